/** Why a department's own file cannot be filled. A closed set: callers translate each into a sentence. */
export type FillRefusalCode =
  | 'no-such-sheet'
  | 'no-form'
  | 'no-such-column'
  | 'no-place-for-rows'
  | 'protected-table'
  | 'marks-broken'
  | 'marks-unknown'
  | 'no-marks';

/**
 * A template that is refused. `names` are the columns or marks it is about: they stand in the department's template
 * and are no personal data.
 */
export class FillRefusal extends Error {
  override name = 'FillRefusal';
  readonly code: FillRefusalCode;
  readonly names: readonly string[];
  constructor(code: FillRefusalCode, message: string, names: readonly string[] = []) {
    super(message);
    this.code = code;
    this.names = names;
  }
}
