import { type DepartmentKind, departmentKinds, type Post, posts } from './posts.ts';

/** What became of a cell: its value, or what is wrong with it in the words of the office. */
export type CellReading<T> = { readonly value: T } | { readonly problem: string };

/** One column of a sheet: its title, other titles offices use for it, and how its cells are read. */
export interface Column<T> {
  readonly title: string;
  readonly aliases: readonly string[];
  /** The sheet cannot be read without this column. */
  readonly needed: boolean;
  readonly read: (text: string) => CellReading<T>;
}

const column = <T>(
  title: string,
  read: Column<T>['read'],
  { aliases = [] as readonly string[], needed = false } = {},
): Column<T> => ({ title, aliases, needed, read });

const words =
  (limit: number, empty?: string) =>
  (text: string): CellReading<string> => {
    if (text === '' && empty !== undefined) return { problem: empty };
    return text.length > limit ? { problem: `最多 ${limit} 个字` } : { value: text };
  };

const code = (text: string): CellReading<string> => {
  if (text === '') return { problem: '请填写编号' };
  return /^[A-Za-z0-9_-]{1,20}$/.test(text)
    ? { value: text.toLowerCase() }
    : { problem: '编号只能用字母、数字和 - _，最多 20 个' };
};

const minutes = (text: string): CellReading<number> => {
  const digits = /^(\d{1,3})(?:\.0+)?\s*(?:分钟|分)?$/.exec(text)?.[1];
  const value = Number(digits);
  return digits !== undefined && value <= 240 ? { value } : { problem: '路程应为分钟数（0–240）' };
};

const kind = (text: string): CellReading<DepartmentKind> => {
  if (text === '') return { value: 'business' };
  const found = (Object.keys(departmentKinds) as DepartmentKind[]).find(
    (one) => departmentKinds[one] === text,
  );
  return found ? { value: found } : { problem: `类别应为${Object.values(departmentKinds).join('、')}` };
};

const listOf = (text: string): string[] => [
  ...new Set(text.split(/[、，,;；/\s]+/).filter((part) => part !== '')),
];

const postList = (text: string): CellReading<Post[]> => {
  const titles = listOf(text);
  if (titles.length === 0) return { problem: '请填写职务' };
  const codes = titles.map((title) => (Object.keys(posts) as Post[]).find((post) => posts[post] === title));
  const unknown = titles.filter((_, index) => codes[index] === undefined);
  if (unknown.length > 0)
    return { problem: `不认识的职务：${unknown.join('、')}；可填${Object.values(posts).join('、')}` };
  return { value: codes.filter((post) => post !== undefined) };
};

const lineList = (text: string): CellReading<string[]> => {
  const lines = listOf(text);
  return lines.length > 20 || lines.some((line) => line.length > 20)
    ? { problem: '条线最多 20 个，每个最多 20 个字' }
    : { value: lines };
};

const phone = (text: string): CellReading<string | null> => {
  if (text === '') return { value: null };
  const digits = text.replace(/[\s-]/g, '');
  return /^\+?\d{6,15}$/.test(digits) ? { value: digits } : { problem: '电话应为号码' };
};

const yesNo = (text: string): CellReading<boolean> => {
  if (['', '是', '在岗', 'Y', 'y'].includes(text)) return { value: true };
  return ['否', '离岗', 'N', 'n'].includes(text) ? { value: false } : { problem: '在岗应填是或否' };
};

/** The three sheets of an organisation workbook and their columns, in the template's order. */
export const sheets = {
  departments: {
    title: '部门',
    columns: {
      code: column('编号', code, { aliases: ['部门编号', '代码'], needed: true }),
      name: column('名称', words(60, '请填写名称'), { aliases: ['部门名称', '部门', '科室'], needed: true }),
      kind: column('类别', kind, { aliases: ['部门类别', '类型'] }),
    },
  },
  committees: {
    title: '居委会',
    columns: {
      code: column('编号', code, { aliases: ['居委会编号', '代码'], needed: true }),
      name: column('名称', words(60, '请填写名称'), { aliases: ['居委会名称', '居委会'], needed: true }),
      shortName: column('简称', words(20), { aliases: ['居委会简称'] }),
      address: column('地址', words(120), { aliases: ['居委会地址', '办公地址'] }),
      travelMinutes: column('路程', minutes, {
        aliases: ['路程（分钟）', '路程(分钟)', '到街道路程', '路程分钟'],
        needed: true,
      }),
    },
  },
  cadres: {
    title: '干部',
    columns: {
      name: column('姓名', words(30, '请填写姓名'), { aliases: ['干部姓名'], needed: true }),
      place: column('所属', words(60, '请填写所属居委会或部门'), {
        aliases: ['所属居委会或部门', '所属居委会', '所属部门', '所属单位', '单位', '居委会', '部门'],
        needed: true,
      }),
      posts: column('职务', postList, { aliases: ['岗位'], needed: true }),
      lines: column('条线', lineList, { aliases: ['分管条线', '工作条线'] }),
      phone: column('电话', phone, { aliases: ['手机', '联系电话', '手机号'] }),
      active: column('在岗', yesNo, { aliases: ['是否在岗'] }),
    },
  },
} as const;
