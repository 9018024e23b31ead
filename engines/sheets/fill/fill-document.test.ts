import { expect, test } from 'vitest';
import { fillDocument as fillApart } from '../index.ts';
import { workbookFiles, zipOf } from '../zip-files.ts';
import { openZip } from '../zip-parts.ts';
import { fillDocument } from './fill-document.ts';
import { paragraph, table, tableRow, wordFile } from './word-file.ts';

const columns = ['姓名', '随访情况/血压(mmHg)', '备注'];
const values = { 标题: '随访登记', 居委会: '和安一居', 部门: '民政办' };
const BODY =
  paragraph('{{标', '题}}', '（2026年）') +
  table(
    tableRow('序号', '姓名', '血压', '备注'),
    tableRow('{{序号}}', '{{ 姓名 }}', '{{随访情况/血压(mmHg)}}', '{{备注}}'),
    tableRow('', '', '', ''),
    tableRow('', '', '', ''),
    tableRow('合计', '', '', ''),
  );
const record = (name: string, note = '') => ({ 姓名: name, '随访情况/血压(mmHg)': '138/85', 备注: note });
const documentOf = (bytes: Uint8Array): string => openZip(bytes).text('word/document.xml') ?? '';
const textsOf = (bytes: Uint8Array): string[] =>
  [...documentOf(bytes).matchAll(/<w:t[^<>]*>([^<]+)<\/w:t>/g)].map(([, text = '']) => text);
const fill = (body: string, rows: Record<string, string>[]) =>
  fillDocument(wordFile(body), { values, rows, columns });

test('marks are filled wherever they stand, also cut in pieces, in the header and in a seal', () => {
  const bytes = fill(BODY, [record('王秀英')]);
  expect(textsOf(bytes).slice(0, 2)).toEqual(['随访登记', '（2026年）']);
  expect(openZip(bytes).text('word/header1.xml')).toContain('和安一居台账');
  expect(textsOf(bytes).at(-1)).toBe('★ 民政办');
});

test('the row of marks is repeated for every record, with its look, and takes the ruled rows below', () => {
  const xml = documentOf(fill(BODY, [record('王秀英'), record('李建国', '独居')]));
  expect(xml.match(/<w:tr[\s>]/g)).toHaveLength(5);
  expect(xml.match(/<w:trHeight/g)).toHaveLength(5);
  expect(textsOf(fill(BODY, [record('王秀英'), record('李建国', '独居')])).slice(6, 13)).toEqual([
    '1',
    '王秀英',
    '138/85',
    '2',
    '李建国',
    '138/85',
    '独居',
  ]);
  const long = documentOf(
    fill(
      BODY,
      Array.from({ length: 300 }, (_, index) => record(`居民${index}`)),
    ),
  );
  expect(long.match(/<w:tr[\s>]/g)).toHaveLength(302);
});

test('nothing in a value is a mark, a tag or a field, and its lines stay lines', () => {
  const xml = documentOf(fill(BODY, [record('{{居委会}}', '<w:p>&\n二')]));
  expect(xml).toContain('>{{居委会}}</w:t>');
  expect(xml).toContain('>&lt;w:p&gt;&amp;</w:t><w:br/><w:t xml:space="preserve">二</w:t>');
});

test('no record leaves one empty row', () => {
  expect(textsOf(fill(BODY, []))).toEqual([
    '随访登记',
    '（2026年）',
    '序号',
    '姓名',
    '血压',
    '备注',
    '合计',
    '★ 民政办',
  ]);
});

test('all other parts are kept, and what has no marks in it stays as it was', () => {
  const body = `${BODY}<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>`;
  const [before, after] = [openZip(wordFile(body)), openZip(fill(body, [record('王秀英')]))];
  expect(after.names).toEqual(before.names);
  expect(after.text('[Content_Types].xml')).toBe(before.text('[Content_Types].xml'));
  expect(after.text('word/document.xml')).toContain('<w:instrText>PAGE</w:instrText>');
  expect(after.text('word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
});

test.each<[string, string, string[], () => Uint8Array]>([
  ['a mark without an end', 'marks-broken', ['{{标题'], () => wordFile(paragraph('{{标题'))],
  ['a mark nobody knows', 'marks-unknown', ['血型'], () => wordFile(paragraph('{{标题}}{{血型}}'))],
  [
    'a mark of a record outside a table',
    'no-place-for-rows',
    ['姓名'],
    () => wordFile(paragraph('{{姓名}}')),
  ],
  ['a workbook', 'not-a-workbook', [], () => zipOf(workbookFiles('<sheetData/>'))],
  ['an old .doc', 'unsupported-format', [], () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])],
  ['a cut-off file', 'damaged', [], () => wordFile(BODY).subarray(0, 700)],
  ['a document type declaration', 'unsafe-content', [], () => wordFile('<!DOCTYPE x>')],
])('%s is refused as %s', (_what, code, names, make) => {
  let refused: unknown;
  try {
    fillDocument(make(), { values, rows: [], columns });
  } catch (error) {
    refused = error;
  }
  expect(refused).toMatchObject({ code, ...(names.length > 0 ? { names } : {}) });
});

test('it is filled in a thread of its own, which hands refusals over', async () => {
  expect(textsOf(await fillApart(wordFile(BODY), { values, rows: [record('王秀英')], columns }))).toContain(
    '王秀英',
  );
  const refused = fillApart(wordFile(paragraph('{{血型}}')), { values, rows: [], columns });
  await expect(refused).rejects.toMatchObject({ code: 'marks-unknown', names: ['血型'] });
});
