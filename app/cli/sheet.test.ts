import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CommandRefusal, UsageRefusal } from './command.ts';
import { run } from './sheet.ts';

let folder = '';
let printed = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qz-sheet-'));
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

test('a form is printed as one line of JSON', async () => {
  const path = await file(
    '走访.csv',
    '走访登记表,,\n姓名,走访日期,血压(mmHg)\n王秀英,2026.3.1,138\n李建国,不详,\n',
  );
  expect(await run([path])).toBe(0);
  expect(JSON.parse(printed)).toEqual({
    form: 'list',
    title: '走访登记表',
    headerRows: [2, 2],
    firstDataRow: 3,
    columns: [
      { path: '姓名', cell: 'A2', type: 'text', unit: null },
      { path: '走访日期', cell: 'B2', type: 'date', unit: null },
      { path: '血压(mmHg)', cell: 'C2', type: 'number', unit: 'mmHg' },
    ],
    rows: [
      { 姓名: '王秀英', 走访日期: '2026-03-01', '血压(mmHg)': 138 },
      { 姓名: '李建国', 走访日期: null, '血压(mmHg)': null },
    ],
    totalsRow: null,
    notUnderstood: [{ cell: 'B4', text: '不详' }],
    lines: [],
  });
});

test('what cannot be read is refused in words, Chinese first', async () => {
  await expect(run([await file('x.xlsx', 'PK\u0003\u0004broken')])).rejects.toThrow(/文件已损坏.*damaged/);
  await expect(run([join(folder, 'none.xlsx')])).rejects.toThrow(/没有文件/);
  await expect(run([await file('a.csv', '姓名,电话\n王,1\n'), '--sheet', '七月'])).rejects.toThrow(
    /没有工作表 七月，有：CSV/,
  );
  await expect(run([await file('b.csv', '')])).rejects.toThrow(CommandRefusal);
});

test('wrong words are wrong usage', async () => {
  await expect(run([])).rejects.toThrow(UsageRefusal);
  await expect(run(['a', 'b'])).rejects.toThrow(UsageRefusal);
  await expect(run(['a', '--wrong'])).rejects.toThrow(UsageRefusal);
});
