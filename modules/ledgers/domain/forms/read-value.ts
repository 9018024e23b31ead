import type { Element, RecordValue } from '#modules/records/contract';

/** What a cell says as an element: a value, nothing, or why it cannot be that. Messages never repeat the cell. */
export type Reading =
  | { readonly value: RecordValue }
  | { readonly empty: true }
  | { readonly problem: string };

const nothing = /^(无|没有|\/|\\|-+|—+|×|空|未填|不详|暂无)$/;
const yes = /^(是|有|√|✓|✔|对|y|yes|true|1|已)$/i;
const no = /^(否|不是|没有|无|×|✗|n|no|false|0|未)$/i;

/** Words people write for a choice: its own, without what stands at its end, or a longer one that holds it. */
const choiceOf = ({ choices }: Element, word: string): string | undefined => {
  const exact = choices.find(({ code, zh, en }) => [zh, code, en.toLowerCase()].includes(word));
  if (exact) return exact.code;
  const short = (text: string) => text.replace(/(的|性|型|残疾|失能|情况|等级|类)$/, '');
  const near = choices.filter(
    ({ zh }) => short(zh) === short(word) || (word.length >= 2 && zh.startsWith(word)),
  );
  if (near.length === 1) return near[0]?.code;
  const inside = choices.filter(({ zh }) => [...zh].length >= 2 && word.includes(zh));
  return inside.length === 1 ? inside[0]?.code : undefined;
};

const unknownChoice = (element: Element): Reading => ({
  problem: `${element.zh}只能是：${element.choices.map(({ zh }) => zh).join('、')}`,
});

const readCode = (element: Element, text: string): Reading => {
  if (element.choices.length === 0) return { value: text };
  // 是否独居: yes to the one living arrangement that matters.
  if (element.code === 'person.living' && yes.test(text)) return { value: 'alone' };
  const code = choiceOf(element, text);
  if (code !== undefined) return { value: code };
  return nothing.test(text) || no.test(text) ? { empty: true } : unknownChoice(element);
};

const readMany = (element: Element, text: string): Reading => {
  const codes = text
    .split(/[、,，;；/\s]+/)
    .filter(Boolean)
    .map((word) => choiceOf(element, word));
  if (codes.some((code) => code === undefined))
    return nothing.test(text) ? { empty: true } : unknownChoice(element);
  return { value: [...new Set(codes as string[])] };
};

const readNumber = (element: Element, text: string): Reading => {
  const tidy = text.normalize('NFKC').replace(/[,\s]/g, '');
  const found = tidy.match(/^[¥￥]?(-?\d+(?:\.\d+)?)(?:[^\d.]{0,8})$/);
  if (!found) return nothing.test(text) ? { empty: true } : { problem: `${element.zh}应为数字` };
  return { value: Number(found[1]) };
};

const readDay = (element: Element, text: string): Reading => {
  const found = text.normalize('NFKC').match(/^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?:T.*)?$/);
  if (!found) return nothing.test(text) ? { empty: true } : { problem: `${element.zh}不是一个日期` };
  return { value: `${found[1]}-${(found[2] ?? '').padStart(2, '0')}-${(found[3] ?? '').padStart(2, '0')}` };
};

const readTime = (element: Element, text: string): Reading => {
  const found = text
    .normalize('NFKC')
    .match(/^(?:\d{4}-\d\d-\d\dT)?(\d{1,2})[:时点](\d{1,2})?(?::\d\d)?分?$/);
  if (!found) return nothing.test(text) ? { empty: true } : { problem: `${element.zh}应如 09:30` };
  return { value: `${(found[1] ?? '').padStart(2, '0')}:${(found[2] ?? '00').padStart(2, '0')}` };
};

/** Reads what the form's reader found in a cell as a value of an element; ranges are judged by the records. */
export const readAs = (element: Element, cell: string | number | null): Reading => {
  const text = cell === null ? '' : String(cell).trim();
  if (text === '') return { empty: true };
  switch (element.type) {
    case 'int':
    case 'decimal':
    case 'money':
      return typeof cell === 'number' ? { value: cell } : readNumber(element, text);
    case 'date':
      return readDay(element, text);
    case 'time':
      return readTime(element, text);
    case 'bool':
      return yes.test(text)
        ? { value: true }
        : no.test(text)
          ? { value: false }
          : { problem: `${element.zh}应为是或否` };
    case 'code':
      return readCode(element, text);
    case 'multi':
      return readMany(element, text);
    default:
      return { value: text };
  }
};
