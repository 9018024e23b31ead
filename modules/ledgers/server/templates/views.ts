import type { LedgerTemplate } from '../../contract.ts';
import type { Column } from '../../domain/definition.ts';
import {
  type NamedColumn,
  proposeColumns,
  proposeLine,
  proposeMark,
  type TemplateFilling,
  type TemplateReading,
} from '../../domain/template-filling.ts';
import type { StoredLedger } from '../repository.ts';
import type { TemplateRow } from './repository.ts';

type NamedElements = readonly {
  readonly code: string;
  readonly zh: string;
  readonly synonyms: readonly string[];
}[];
export type NamesSource = () => NamedElements;

const elementOf = ({ shows }: Column): string | null => {
  if (!('expression' in shows)) return null;
  const { expression } = shows;
  if ('element' in expression) return expression.element;
  return 'known' in expression ? expression.known : null;
};

/** A ledger's columns with every name they go by. */
export const namedColumns = ({ definition }: StoredLedger, elements: NamedElements): NamedColumn[] =>
  definition.columns.map((column) => {
    const element = elements.find(({ code }) => code === elementOf(column));
    return {
      key: column.key,
      path: column.path,
      synonyms: element ? [element.zh, ...element.synonyms] : [],
    };
  });

const proposedText = (kind: string, place: string, text: string): string => {
  if (kind === 'docx') return proposeMark(place);
  const line = proposeLine(text);
  return line === text ? '' : line;
};

/** What was confirmed, or else what is proposed. */
export const templateView = (
  row: TemplateRow,
  ledger: StoredLedger,
  elements: NamedElements,
): LedgerTemplate => {
  const reading = row.reading as unknown as TemplateReading;
  const filling = row.filling as unknown as TemplateFilling | null;
  const columns = namedColumns(ledger, elements);
  const keyOf = (path: string) => filling?.columns.find((one) => one.path === path)?.key ?? null;
  return {
    id: row.id,
    kind: row.kind as LedgerTemplate['kind'],
    name: row.name,
    sheet: reading.sheet,
    inUse: row.in_use,
    version: row.version,
    addedBy: row.added_by_name,
    addedAt: new Date(row.added_at as unknown as string).toISOString(),
    columns: filling
      ? reading.columns.map((path) => ({ path, key: keyOf(path), sure: true }))
      : proposeColumns(reading.columns, columns),
    lines: reading.lines.map(({ place, text: found }) => ({
      place,
      found,
      text: filling
        ? (filling.lines.find((one) => one.place === place)?.text ?? '')
        : proposedText(row.kind, place, found),
    })),
    ledgerColumns: columns.map(({ key, path }) => ({ key, label: path.join('/') })),
  };
};
