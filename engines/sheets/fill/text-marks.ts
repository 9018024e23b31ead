import { plain } from '../form/text.ts';
import { escapeXml, unescapeXml } from '../xml.ts';

/** A mark {{姓名}} in a Word document's XML: its name, and where its first and last characters stand. */
export interface Mark {
  readonly name: string;
  /** Where its first text element begins in the XML. */
  readonly at: number;
}

interface TextNode {
  readonly start: number;
  readonly end: number;
  readonly open: string;
  readonly text: string;
}

const NODES = /(<w:t(?=[\s>])[^<>]*>)([^<]*)<\/w:t>|<\/w:p>|<w:p(?=[\s>])/g;
const MARK = /(?:\{\{|｛｛)([^{}｛｝]{1,60})(?:\}\}|｝｝)/g;

/** Texts that belong together: Word cuts a mark into several pieces when it was typed in several goes. */
const passages = (xml: string): TextNode[][] => {
  const all: TextNode[][] = [[]];
  for (const found of xml.matchAll(NODES)) {
    const [whole, open, text] = found;
    if (open === undefined) {
      if (all.at(-1)?.length !== 0) all.push([]);
    } else
      all
        .at(-1)
        ?.push({ start: found.index, end: found.index + whole.length, open, text: unescapeXml(text ?? '') });
  }
  return all.filter((nodes) => nodes.some(({ text }) => /[{｛}｝]/.test(text)));
};

const textOf = (nodes: readonly TextNode[]): string => nodes.map(({ text }) => text).join('');

export const markName = (written: string): string => plain(written);

/** Every mark in order. */
export const marksIn = (xml: string): Mark[] =>
  passages(xml).flatMap((nodes) =>
    [...textOf(nodes).matchAll(MARK)].map((found) => {
      let before = 0;
      const node = nodes.find(({ text }) => {
        before += text.length;
        return before > found.index;
      });
      return { name: markName(found[1] ?? ''), at: node?.start ?? 0 };
    }),
  );

/** Passages in which braces stand that make no mark: {{姓名, {{ }}. */
export const brokenMarks = (xml: string): string[] =>
  passages(xml)
    .map((nodes) => textOf(nodes))
    .filter((text) => /\{\{|\}\}|｛｛|｝｝/.test(text.replace(MARK, '')))
    .map((text) => text.slice(0, 30));

const withSpace = (open: string): string =>
  open.includes('xml:space') ? open : open.replace('<w:t', '<w:t xml:space="preserve"');

/** Text with its line breaks as Word has them. */
const nodeXml = (open: string, text: string): string => {
  const start = withSpace(open);
  return text
    .split(/\r\n?|\n/)
    .map((line) => `${start}${escapeXml(line)}</w:t>`)
    .join('<w:br/>');
};

/** The value goes where the mark begins; what of the mark stands in later pieces goes. */
const filledTexts = (nodes: readonly TextNode[], valueFor: (name: string) => string): string[] => {
  const whole = textOf(nodes);
  const owner: number[] = nodes.flatMap(({ text }, index) =>
    Array.from({ length: text.length }, () => index),
  );
  const texts = nodes.map(() => '');
  let at = 0;
  const put = (index: number, text: string): void => {
    texts[index] = (texts[index] ?? '') + text;
  };
  for (const found of whole.matchAll(MARK)) {
    for (; at < found.index; at += 1) put(owner[at] ?? 0, whole[at] ?? '');
    put(owner[at] ?? 0, valueFor(markName(found[1] ?? '')));
    at += found[0].length;
  }
  for (; at < whole.length; at += 1) put(owner[at] ?? 0, whole[at] ?? '');
  return texts;
};

/** The XML with every mark filled, all else as it was. Values are text: nothing in them is a mark or a field. */
export const fillMarks = (xml: string, valueFor: (name: string) => string): string => {
  const pieces: string[] = [];
  let at = 0;
  for (const nodes of passages(xml)) {
    const texts = filledTexts(nodes, valueFor);
    for (const [index, { start, end, open, text }] of nodes.entries()) {
      if (texts[index] === text) continue;
      pieces.push(xml.slice(at, start), nodeXml(open, texts[index] ?? ''));
      at = end;
    }
  }
  return pieces.join('') + xml.slice(at);
};
