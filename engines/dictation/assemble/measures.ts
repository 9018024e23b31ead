import { digitOf } from '../read/numeral-forms.ts';
import type { Numeral } from '../read/numerals.ts';

/** 一米六八, 三十六度五, 五块五: what follows the unit are its decimals. */
const units = /^(?:米|公尺|度|块|公斤|斤)/;
const counted = /^(?:个|人|次|条|只|位|名|号|天|日|月|年|点|分|处|楼|室|岁|粒|片|针|口|家|户|块|元|斤|米|度)/;

/** Numbers with decimals said behind their unit, put in place of the two they were read as. */
export const withDecimals = (text: string, numerals: readonly Numeral[]): Numeral[] => {
  const out: Numeral[] = [];
  for (let i = 0; i < numerals.length; i += 1) {
    const first = numerals[i];
    const second = numerals[i + 1];
    if (!first) continue;
    const unit = units.exec(text.slice(first.end, first.end + 2))?.[0];
    const digits = second ? [...text.slice(second.start, second.end)].map(digitOf) : [];
    const whole = first.value !== null && Number.isInteger(first.value);
    const decimals = digits.length > 0 && digits.length <= 2 && digits.every((d) => d !== undefined);
    if (
      unit &&
      second &&
      whole &&
      decimals &&
      second.start === first.end + unit.length &&
      !counted.test(text.slice(second.end))
    ) {
      const value = Number(`${first.value}.${digits.join('')}`);
      out.push({
        ...first,
        end: second.end,
        value,
        kind: 'decimal',
        measure: unit,
        run: { start: first.start, end: second.end },
      });
      i += 1;
    } else out.push(first);
  }
  return out;
};
