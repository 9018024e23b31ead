/** A piece of XML from `start` up to `end`. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

const ROW = /<w:tr(?=[\s>])[^<>]*>|<\/w:tr>/g;

/** Every table row of the document with its end, inner tables' rows too. */
export const tableRows = (xml: string): Piece[] => {
  const open: number[] = [];
  const rows: Piece[] = [];
  for (const found of xml.matchAll(ROW)) {
    if (found[0].endsWith('/>')) continue;
    if (found[0] !== '</w:tr>') open.push(found.index);
    else {
      const start = open.pop();
      if (start !== undefined) rows.push({ start, end: found.index + found[0].length });
    }
  }
  return rows;
};

/** The innermost row around a place. */
export const rowAround = (rows: readonly Piece[], at: number): Piece | undefined =>
  rows.filter(({ start, end }) => start <= at && at < end).sort((a, b) => b.start - a.start)[0];

const hasText = (xml: string): boolean =>
  /<w:t(?=[\s>])[^<>]*>[^<]*\S[^<]*<\/w:t>|<w:drawing|<w:pict/.test(xml);

/** Rows without anything in them right behind a row: ruled for writing by hand. */
export const blankRowsAfter = (xml: string, rows: readonly Piece[], row: Piece): Piece[] => {
  const blank: Piece[] = [];
  let { end } = row;
  for (;;) {
    const next = rows.find(({ start }) => start >= end && xml.slice(end, start).trim() === '');
    if (!next || hasText(xml.slice(next.start, next.end))) return blank;
    blank.push(next);
    end = next.end;
  }
};

/** A further copy of a row: marks of places and paragraphs stand only once in a document. */
export const copyOfRow = (row: string): string =>
  row.replace(/<w:bookmark(Start|End)\b[^<>]*\/>/g, '').replace(/\sw14:(paraId|textId)="[^"]*"/g, '');
