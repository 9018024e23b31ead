import { attribute } from './xml.ts';

const BUILT_IN = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
]);

const isDateFormat = (code: string): boolean =>
  /[ymdhs年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/gi, ''));

/** Which of a workbook's cell styles show dates, from its styles part. */
export const dateStyles = (styles: string | undefined): ((style: number) => boolean) => {
  if (styles === undefined) return () => false;
  const custom = new Map<number, string>();
  for (const [, attributes = ''] of styles.matchAll(/<(?:\w+:)?numFmt\s([^>]*?)\/?>/g))
    custom.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
  const cells = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? '';
  const formats = [...cells.matchAll(/<(?:\w+:)?xf\s([^>]*?)\/?>/g)].map(([, attributes = '']) =>
    Number(attribute(attributes, 'numFmtId') ?? 0),
  );
  return (style) => {
    const format = formats[style] ?? 0;
    const code = custom.get(format);
    return code === undefined ? BUILT_IN.has(format) : isDateFormat(code);
  };
};
