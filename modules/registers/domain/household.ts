import { choice, type RegisterField, registerField } from './fields.ts';

/** First digit of GB/T 4761, relation to the head of the household (与户主关系). */
export const relationCodes = ['0', '1', '2', '3', '4', '5', '6', '7', '8'] as const;
export type Relation = (typeof relationCodes)[number];

export const relations = [
  choice('0', '户主', 'Head', '本人', '户主本人', '本人或户主'),
  choice('1', '配偶', 'Spouse', '妻', '夫', '妻子', '丈夫', '老伴'),
  choice('2', '子', 'Son', '儿子', '长子', '次子', '独生子', '养子', '继子', '女婿'),
  choice('3', '女', 'Daughter', '女儿', '长女', '次女', '独生女', '养女', '继女', '儿媳', '媳妇'),
  choice('4', '孙辈', 'Grandchild', '孙子', '孙女', '外孙', '外孙女', '孙子女', '外孙子女', '孙'),
  choice('5', '父母', 'Parent', '父亲', '母亲', '父', '母', '岳父', '岳母', '公公', '婆婆'),
  choice('6', '祖父母', 'Grandparent', '祖父', '祖母', '外祖父', '外祖母'),
  choice('7', '兄弟姐妹', 'Sibling', '兄', '弟', '姐', '妹', '哥哥', '弟弟', '姐姐', '妹妹'),
  choice('8', '其他', 'Other', '非亲属', '保姆', '租客', '其他亲属'),
];

const borrowed = (code: string): RegisterField => {
  const field = registerField(code);
  if (!field) throw new Error(`no field ${code}`);
  return field;
};

/** The columns of a file of households: a row a person. */
export const householdFields: readonly RegisterField[] = [
  {
    code: 'household.number',
    zh: '户号',
    en: 'Household number',
    kind: 'text',
    synonyms: ['户编号', '户口簿号', '家庭编号', '户序号'],
  },
  borrowed('person.name'),
  {
    code: 'person.relation',
    zh: '与户主关系',
    en: 'Relation to the head',
    kind: 'code',
    synonyms: ['关系', '与户主的关系', '家庭关系', '称谓'],
    choices: relations,
  },
  borrowed('person.id_no'),
  borrowed('person.birth'),
  borrowed('place.building'),
  borrowed('place.room'),
];

export interface Membership {
  readonly resident: string;
  readonly relation: Relation;
}

/** Who is the head (户主), if anybody is. */
export const headOf = (members: readonly Membership[] = []): string | undefined =>
  members.find(({ relation }) => relation === '0')?.resident;

/** At most one head, and nobody twice. */
export const isHousehold = (members: readonly Membership[]): boolean =>
  members.filter(({ relation }) => relation === '0').length <= 1 &&
  new Set(members.map(({ resident }) => resident)).size === members.length;
