import type { Column } from '../definition.ts';
import type { ColumnChoice } from './choice.ts';
import { bare } from './likeness.ts';

/** A ledger with the columns of its version in force. */
interface Kept {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly Column[];
}

export interface LikeLedger {
  readonly id: string;
  readonly name: string;
  /** Of each of the form's columns, what it is in the ledger; null where the ledger has none of its name. */
  readonly choices: readonly (ColumnChoice | null)[];
}

const plain = (path: string): string => path.split('/').map(bare).join('/');

const choiceFrom = (column: Column, columns: readonly Column[]): ColumnChoice | null => {
  const { shows } = column;
  const at = (key: string) => columns.findIndex((one) => one.key === key);
  if ('serial' in shows) return { as: 'serial' };
  if ('blank' in shows) return { as: 'blank' };
  if ('dimension' in shows) return { as: 'dimension', of: shows.dimension };
  if ('count' in shows) return { as: 'count', what: shows.count, where: shows.where };
  if ('percent' in shows) return { as: 'percent', part: at(shows.percent), of: at(shows.of) };
  const { expression } = shows;
  if ('register' in expression) return { as: 'register', field: expression.register };
  if ('act' in expression) return { as: 'act', field: expression.act };
  if ('element' in expression) return { as: 'element', code: expression.element };
  return 'known' in expression ? { as: 'element', code: expression.known } : null;
};

/** What each column of a form is in a ledger that has one of the same name. */
export const choicesIn = (paths: readonly string[], columns: readonly Column[]): (ColumnChoice | null)[] => {
  const byPath = new Map(columns.map((column) => [plain(column.path.join('/')), column]));
  return paths.map((path) => {
    const column = byPath.get(plain(path));
    return column ? choiceFrom(column, columns) : null;
  });
};

/** So much of both must agree for a form to be taken for a ledger's own. */
const enough = 0.75;

/** The ledger a form is of, by the names of its columns: a later file of the same form, or one we exported. */
export const likeLedger = (paths: readonly string[], ledgers: readonly Kept[]): LikeLedger | null => {
  const scored = ledgers.map(({ id, name, columns }) => {
    const choices = choicesIn(paths, columns);
    const shared = choices.filter((one) => one !== null).length;
    return { id, name, choices, share: shared / Math.max(paths.length, columns.length) };
  });
  const [best] = scored.toSorted((a, b) => b.share - a.share);
  return best && best.share >= enough && paths.length >= 3 ? best : null;
};
