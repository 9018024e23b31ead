import { attribute } from './xml.ts';

/** How a cell style shows numbers: the number of a format every workbook has, and its code where it is the file's own. */
export interface CellFormat {
  readonly id: number;
  readonly code: string | undefined;
}

/** The number formats of a workbook's cell styles in their order, from its styles part. */
export const cellFormats = (styles: string): CellFormat[] => {
  const codes = new Map<number, string>();
  for (const [, attributes = ''] of styles.matchAll(/<(?:\w+:)?numFmt\s([^<>]*?)\/?>/g))
    codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
  const cells = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? '';
  return [...cells.matchAll(/<(?:\w+:)?xf\s([^<>]*?)\/?>/g)].map(([, attributes = '']) => {
    const id = Number(attribute(attributes, 'numFmtId') ?? 0);
    return { id, code: codes.get(id) };
  });
};
