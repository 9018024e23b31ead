import { cellFormats } from '../cell-formats.ts';

/** Date formats every workbook has, those of Chinese Excel with them (ECMA-376 18.8.30). */
const BUILT_IN = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);
const isChinese = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

const isDateFormat = (code: string): boolean =>
  /[ymdhs年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/gi, ''));

/** Which of a workbook's cell styles show dates, from its styles part. */
export const dateStyles = (styles: string | undefined): ((style: number) => boolean) => {
  const formats = styles === undefined ? [] : cellFormats(styles);
  return (style) => {
    const { id, code } = formats[style] ?? { id: 0, code: undefined };
    return code === undefined ? BUILT_IN.has(id) || isChinese(id) : isDateFormat(code);
  };
};
