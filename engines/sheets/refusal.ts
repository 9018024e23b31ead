/** Why a file is not read. A closed set: callers translate each into a sentence that says what to do next. */
export type SheetRefusalCode =
  | 'empty-file'
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'not-a-workbook'
  | 'unsupported-format'
  | 'encrypted'
  | 'macro-file'
  | 'unsafe-content'
  | 'damaged'
  | 'encoding-unknown'
  | 'took-too-long';

/** A file that is refused. The message is for logs and never holds anything from a cell. */
export class SheetRefusal extends Error {
  override name = 'SheetRefusal';
  readonly code: SheetRefusalCode;
  constructor(code: SheetRefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}
