import type { PaperForm } from '#engines/paper';

/** One line of a table of contents. */
export interface Listed {
  readonly name: string;
  readonly period: string;
  readonly rows: number | null;
  readonly pages: number | null;
  /** SHA-256 of the file: what lies in the pack can be checked against its table of contents. */
  readonly hash: string;
}

export interface Contents {
  readonly title: string;
  readonly committee: string;
  readonly period: string;
  readonly today: string;
  readonly by: string;
  readonly listed: readonly Listed[];
}

const hashShown = 16;

/** The table of contents of an inspection pack (迎检包) as a form. */
export const contentsForm = ({ title, committee, period, today, by, listed }: Contents): PaperForm => ({
  title,
  paper: { size: 'A4', orientation: 'landscape' },
  meta: { left: [`范围：${committee}`], right: [period] },
  header: [
    { label: '序号', width: { mm: 12 } },
    { label: '材料', width: { share: 5 }, align: 'left' },
    { label: '期间', width: { share: 1.6 } },
    { label: '行数', width: { share: 0.8 } },
    { label: '页数', width: { share: 0.8 } },
    { label: '校验（SHA-256 前16位）', width: { share: 2 } },
  ],
  rowsPerPage: 16,
  rows: listed.map(({ name, period: months, rows, pages, hash }, index) => [
    String(index + 1),
    name,
    months,
    rows === null ? '' : String(rows),
    pages === null ? '' : String(pages),
    hash.slice(0, hashShown),
  ]),
  footer: [`整理人：${by}`, today],
  lang: 'zh',
});
