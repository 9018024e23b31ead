import { execFileSync, spawnSync } from 'node:child_process';
import { afterAll, describe, expect, test } from 'vitest';
import { closePaper, type PaperForm, previewForm, renderForm } from './index.ts';
import { bloodPressureForm } from './sample-form.ts';

afterAll(closePaper);

/** Reading text back needs poppler-utils; without it the checks of structure still run. */
const noPoppler = spawnSync('pdftotext', ['-v']).error !== undefined;

/** Text of each page, as poppler reads it back. */
const pagesOf = (pdf: Uint8Array): string[] =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString().split('\f').slice(0, -1);

const withCells = (cells: string[][], more: Partial<PaperForm> = {}): PaperForm => ({
  ...bloodPressureForm(0),
  ...more,
  rows: cells,
});
const flat = (text: string): string => text.replace(/\s/g, '');

describe.skipIf(noPoppler)('pages', () => {
  test('a month of 38 rows is 25 rows and 13, header, sign-off and page number on both', async () => {
    const { pdf, pages, notes } = await renderForm(bloodPressureForm(38));
    const texts = pagesOf(pdf);
    expect(pages).toBe(2);
    expect(texts.map((text) => text.match(/2026\.11\.25/g)?.length)).toEqual([25, 13]);
    for (const text of texts)
      for (const words of ['高血压患者随访登记表', '收缩压', '居委会：和安一居', '填表人：李燕', '共2页'])
        expect(flat(text)).toContain(words);
    expect(flat(texts[1] ?? '')).toContain('第2页共2页');
    expect(notes).toEqual([]);
  });

  test('a form without rows is one page of blank lines', async () => {
    const { pdf, pages } = await renderForm(bloodPressureForm(0));
    expect(pages).toBe(1);
    expect(flat(pagesOf(pdf)[0] ?? '')).toContain('第1页共1页');
  });

  test('page numbers run on across the parts a long form is typeset in', async () => {
    const { pdf, pages } = await renderForm({ ...bloodPressureForm(200), rowsPerPage: 3 });
    const texts = pagesOf(pdf);
    expect([pages, texts.length]).toEqual([67, 67]);
    expect(flat(texts[60] ?? '')).toContain('第61页共67页');
    expect(texts.flatMap((text) => text.match(/2026\.11\.25/g) ?? [])).toHaveLength(200);
  });

  test('the same form gives the same bytes, in one part and in several', async () => {
    for (const form of [bloodPressureForm(5), { ...bloodPressureForm(200), rowsPerPage: 3 }]) {
      const [one, two] = await Promise.all([renderForm(form), renderForm(form)]);
      expect(Buffer.compare(one.pdf, two.pdf)).toBe(0);
    }
  });

  test('totals stand once, on the last page', async () => {
    const totals = ['合计', '', '', '', '', '四十', '', '', ''];
    const { pdf } = await renderForm({ ...bloodPressureForm(30), totals });
    expect(pagesOf(pdf).map((text) => text.includes('四十'))).toEqual([false, true]);
  });

  test('an English label and a watermark print as given', async () => {
    const form = { ...bloodPressureForm(1), lang: 'en' as const, watermark: 'Zhou Min' };
    const text = pagesOf((await renderForm(form)).pdf).join('');
    expect(text).toContain('Page 1 of 1');
    expect([...'ZhouMin'].every((char) => text.includes(char))).toBe(true);
  });
});

describe.skipIf(noPoppler)('cells', () => {
  test.each([
    '#import "x.typ": *',
    '*bold* _em_',
    '$x^2$',
    '"quotes" \'single\'',
    'C:\\new\\t',
    '<label> @ref',
    '// x',
    '[#sys]',
  ])('what looks like markup prints as it was typed: %s', async (text) => {
    const header = [{ label: '备注' }];
    const { pdf } = await renderForm({ ...withCells([[text]]), header, title: text, footer: [text] });
    expect(flat(pagesOf(pdf).join('')).split(flat(text))).toHaveLength(4);
  });

  test('long text shrinks and wraps inside its cell, all of it there', async () => {
    const address = '平型关路1083弄23号楼乙单元1502室（靠近北门）';
    const { pdf, notes } = await renderForm(withCells([['1', '买买提·阿卜杜热西提', '女', address]]));
    const text = flat(execFileSync('pdftotext', ['-', '-'], { input: pdf }).toString());
    expect(text).toContain(address);
    expect(text).toContain('买买提·阿卜杜热西提');
    expect(notes).toEqual([]);
  });

  test('a number too long for its column is broken, never printed over its neighbour', async () => {
    const { pdf, notes } = await renderForm(withCells([['1', '', '', '', '', '31010619500101100042', '85']]));
    const text = flat(execFileSync('pdftotext', ['-', '-'], { input: pdf }).toString());
    expect(text).toContain('31010619500101100042');
    expect(notes).toEqual([]);
  });

  test('what cannot be shown even at the smallest size ends with an ellipsis and is noted by cell', async () => {
    const row = ['1', '', '', '', '', '', '', '', '家属已知晓。'.repeat(2000)];
    const { pdf, pages, notes } = await renderForm(withCells([['1'], row]));
    expect(pages).toBe(1);
    expect(notes).toEqual([{ kind: 'clipped', where: 'row', row: 1, column: 8 }]);
    expect(pagesOf(pdf).join('')).toMatch(/[…⋯]/);
  });

  test('rare characters of names print', async () => {
    const { pdf, notes } = await renderForm(withCells([['1', '𠮷䶮㛃𬎆']]));
    expect(pagesOf(pdf).join('')).toContain('𠮷䶮㛃𬎆');
    expect(notes).toEqual([]);
  });

  test('a character no font has is said by cell', async () => {
    const { notes } = await renderForm(withCells([['1', '王\u{31350}']]));
    expect(notes).toEqual([
      { kind: 'missing-glyph', characters: '\u{31350}', where: 'row', row: 0, column: 1 },
    ]);
  });

  test('control characters and lone surrogates do not stop the printing', async () => {
    const { pdf } = await renderForm(withCells([['1', '王\u0000秀\ud800英\u202e']]));
    expect(pagesOf(pdf).join('')).toMatch(/王秀�?英/);
  });

  test('a row with more cells than columns is refused, never cut', async () => {
    await expect(renderForm(withCells([Array.from({ length: 10 }, String)]))).rejects.toMatchObject({
      code: 'too-many-cells',
    });
  });
});

describe('preview', () => {
  test('a page is a picture without script, links or outside references', async () => {
    const { svg, pages } = await previewForm(bloodPressureForm(38), 2);
    expect(pages).toBe(2);
    expect(svg).not.toMatch(/<script|<foreignObject|<image|\son\w+=|href="(?!#)|url\((?!#)/i);
    expect(svg.startsWith('<svg')).toBe(true);
  });

  test('every ruled row is there, blank ones too', async () => {
    const few = await previewForm(bloodPressureForm(1), 1);
    const many = await previewForm(bloodPressureForm(25), 1);
    expect(few.svg.match(/typst-shape/g)?.length).toBe(many.svg.match(/typst-shape/g)?.length);
    const longer = await previewForm({ ...bloodPressureForm(1), rowsPerPage: 26 }, 1);
    expect(longer.svg.match(/typst-shape/g)?.length).toBeGreaterThan(
      few.svg.match(/typst-shape/g)?.length ?? 0,
    );
  });

  test('a page that is not there is refused', async () => {
    await expect(previewForm(bloodPressureForm(1), 2)).rejects.toMatchObject({ code: 'no-such-page' });
  });
});

describe('threads', () => {
  test('an aborted print rejects with the reason and the next one still works', async () => {
    const control = new AbortController();
    const print = renderForm(bloodPressureForm(400), { signal: control.signal });
    control.abort(new Error('left the page'));
    await expect(print).rejects.toThrow('left the page');
    expect((await renderForm(bloodPressureForm(1))).pages).toBe(1);
  });

  test('a print aborted while it waits never starts', async () => {
    const control = new AbortController();
    const prints = Array.from({ length: 6 }, () => renderForm(bloodPressureForm(50)));
    const waiting = renderForm(bloodPressureForm(50), { signal: control.signal });
    control.abort(new Error('left the page'));
    await expect(waiting).rejects.toThrow('left the page');
    expect((await Promise.all(prints)).map((print) => print.pages)).toEqual([2, 2, 2, 2, 2, 2]);
  });

  test('a font folder that is not there is passed over', async () => {
    expect((await renderForm(bloodPressureForm(1), { fontDirs: ['/nowhere/fonts'] })).pages).toBe(1);
  });
});
