import type { HeaderNode, PaperForm } from '#engines/paper';
import { officeDay, officeTime } from '#platform/calendar/calendar.ts';
import type { Column, Layout } from '../domain/definition.ts';
import { fillLine, type LineFacts } from '../domain/format.ts';
import { type HeaderTree, headerTree } from '../domain/header.ts';

const nodeOf =
  (columns: readonly Column[]) =>
  ({ label, children, column }: HeaderTree): HeaderNode => {
    if (column === null) return { label, children: children.map(nodeOf(columns)) };
    const { width, align } = columns[column] as Column;
    return { label, width, ...(align ? { align } : {}) };
  };

/** Who took the paper out and when, small at the foot beside the page number: the form itself stays as it is. */
const pageLabel = (takenBy: string | null, now: string): string =>
  takenBy === null
    ? '第 {page} 页　共 {pages} 页'
    : `第 {page} 页　共 {pages} 页　　　${takenBy.replaceAll(/[{}]/g, '')} ${officeDay(now)} ${officeTime(now)}`;

export interface PaperContent {
  readonly columns: readonly Column[];
  readonly layout: Layout;
  readonly facts: LineFacts;
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly string[] | null;
  readonly takenBy: string | null;
  readonly now: string;
}

/** The department's fixed form with these rows, ready to be typeset. */
export const paperForm = ({
  columns,
  layout,
  facts,
  rows,
  totals,
  takenBy,
  now,
}: PaperContent): PaperForm => {
  const fill = (lines: readonly string[]) => lines.map((line) => fillLine(line, facts));
  return {
    title: fillLine(layout.title, facts),
    paper: { size: layout.paper, orientation: layout.orientation },
    meta: { left: fill(layout.meta.left), right: fill(layout.meta.right) },
    header: headerTree(columns.map(({ path }) => path)).map(nodeOf(columns)),
    rowsPerPage: layout.rowsPerPage,
    rows,
    ...(totals ? { totals } : {}),
    footer: fill(layout.footer),
    pageLabel: pageLabel(takenBy, now),
    lang: 'zh',
  };
};
