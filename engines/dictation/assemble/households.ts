import type { Field } from '../types.ts';
import type { Item } from './item.ts';

/** How many live together, said without a figure: 老两口, 夫妻俩带个孩子, 就他一个人过. */
const sayings: readonly (readonly [RegExp, number])[] = [
  [
    /(?:老|小)?(?:夫妻|两口子|夫妇|两口)(?:俩|两个|两人|两)?[，\s]*(?:带|养|领)(?:着|了)?(?:一)?个?(?:小孩|孩子|小囡|儿子|女儿|娃|小人)/g,
    3,
  ],
  [
    /(?:老|小)?(?:夫妻|两口子|夫妇|两口)(?:俩|两个|两人|两)?[，\s]*(?:带|养|领)(?:着|了)?(?:两|二)个(?:小孩|孩子|小囡|儿子|女儿|娃|小人)/g,
    4,
  ],
  [
    /(?:单亲|离异|妈妈|爸爸|她|他)(?:一个人)?(?:带|养|领)(?:着|了)?(?:一)?个(?:小孩|孩子|小囡|儿子|女儿|娃)/g,
    2,
  ],
  [
    /(?:老|小)(?:夫妻|两口)(?:俩|两个|两人|子)?|夫妻(?:俩|两个|两人)|两口子|母子俩|母女俩|父子俩|父女俩|祖孙俩|兄妹俩|姐弟俩|姐妹俩|兄弟俩|娘俩|爷俩/g,
    2,
  ],
  [
    /(?:就|只有?|只剩|光)(?:他|她|伊)?(?:自己)?一个人|单身(?:一个人|一人)?|孤身一人|孤老|一个人(?:过|住|生活)|独自一人|光棍一个|独居/g,
    1,
  ],
];

/** Fields that count the members of a household. */
export const countsHousehold = (field: Field): boolean =>
  field.type === 'number' && /人口|家庭|户内|同住/.test(field.label);

export const householdsIn = (text: string, fields: readonly Field[]): Item[] => {
  const field = fields.find(countsHousehold);
  if (!field) return [];
  for (const [pattern, value] of sayings) {
    const found = [...text.matchAll(pattern)][0];
    if (found && value >= (field.min ?? 0))
      return [
        {
          start: found.index,
          end: found.index + found[0].length,
          field,
          value,
          confidence: 0.85,
          how: 'a household',
        },
      ];
  }
  return [];
};
