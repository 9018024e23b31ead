import { mostPages, pageBytes } from '../../domain/documents.ts';

/** Enough for a wall of 1920 points; a page of print stays sharp. */
const longestSide = 2000;
/** Beyond this a picture of a page is kept as JPEG. */
const smallEnough = 700 * 1024;
/** A page that takes longer is one nobody wants on 33 screens. */
const pageMs = 30_000;

/** Why a file cannot be shown; the word of it is `venues.file-<kind>`. */
export class UnusableFile extends Error {
  readonly kind: 'office' | 'unknown' | 'broken' | 'long' | 'locked';
  constructor(kind: UnusableFile['kind']) {
    super(kind);
    this.kind = kind;
  }
}

export interface FilePages {
  readonly count: number;
  /** Draws a page, from 1. */
  readonly page: (page: number) => Promise<Blob>;
  readonly close: () => void;
}

const blobOf = (canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob> =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new UnusableFile('broken'))), type, quality),
  );

/** Print is smallest and sharpest as PNG, photographs as JPEG. */
const pictureOf = async (canvas: HTMLCanvasElement): Promise<Blob> => {
  const png = await blobOf(canvas, 'image/png');
  if (png.size <= smallEnough) return png;
  const jpeg = await blobOf(canvas, 'image/jpeg', 0.88);
  const smaller = jpeg.size < png.size ? jpeg : png;
  if (smaller.size > pageBytes) throw new UnusableFile('broken');
  return smaller;
};

const canvasOf = (width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] => {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new UnusableFile('broken');
  return [canvas, context];
};

const inTime = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => setTimeout(() => reject(new UnusableFile('broken')), pageMs)),
  ]);

/** A picture as one page: drawn afresh, so that nothing but what is seen goes on. */
const pictureFile = async (file: File): Promise<FilePages> => {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new UnusableFile('broken');
  });
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  return {
    count: 1,
    page: async () => {
      const [canvas, context] = canvasOf(bitmap.width * scale, bitmap.height * scale);
      context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      return pictureOf(canvas);
    },
    close: () => bitmap.close(),
  };
};

/** A PDF, drawn by pdf.js in this browser: the server and the screens only ever get pictures. */
const pdfFile = async (file: File): Promise<FilePages> => {
  const { openPdf } = await import('./pdf.ts');
  const pdf = await openPdf(new Uint8Array(await file.arrayBuffer())).catch((error: { name?: string }) => {
    throw new UnusableFile(error.name === 'PasswordException' ? 'locked' : 'broken');
  });
  if (pdf.count > mostPages) {
    pdf.close();
    throw new UnusableFile('long');
  }
  return {
    count: pdf.count,
    page: (page) =>
      inTime(pdf.draw(page, longestSide, canvasOf)).then(pictureOf, () => {
        throw new UnusableFile('broken');
      }),
    close: pdf.close,
  };
};

const startOf = async (file: File): Promise<string> =>
  new TextDecoder('latin1').decode(await file.slice(0, 1024).arrayBuffer());

/**
 * The pages of a file somebody brings, as pictures. What it is decides its content, not its name.
 * @throws {UnusableFile}
 */
export const pagesOfFile = async (file: File): Promise<FilePages> => {
  const start = await startOf(file);
  if (start.includes('%PDF-')) return pdfFile(file);
  if (/^\x89PNG|^\xff\xd8\xff|^RIFF....WEBP/s.test(start)) return pictureFile(file);
  const office = /\.(docx?|pptx?|xlsx?|wps|dps|et|od[tps])$/i.test(file.name);
  throw new UnusableFile(office ? 'office' : 'unknown');
};
