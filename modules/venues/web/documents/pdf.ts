import { GlobalWorkerOptions, getDocument, version } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerAddress;

/** Tables of Chinese encodings and stand-in fonts, put beside the app when it is built (`app/web/build/pdf-files.ts`). */
const filesAt = `/assets/pdf-${version}`;

type Canvas = (width: number, height: number) => [HTMLCanvasElement, CanvasRenderingContext2D];

export interface OpenPdf {
  readonly count: number;
  readonly draw: (page: number, longestSide: number, canvas: Canvas) => Promise<HTMLCanvasElement>;
  readonly close: () => void;
}

/**
 * Opens a PDF in a worker of this browser. No script of the file runs, no form is built, nothing is fetched.
 * @throws what pdf.js throws: `PasswordException`, `InvalidPDFException`, …
 */
export const openPdf = async (data: Uint8Array): Promise<OpenPdf> => {
  const task = getDocument({
    data,
    cMapUrl: `${filesAt}/cmaps/`,
    standardFontDataUrl: `${filesAt}/standard_fonts/`,
    enableXfa: false,
    useWasm: false,
    stopAtErrors: false,
    maxImageSize: 40_000_000,
  });
  const pdf = await task.promise;
  return {
    count: pdf.numPages,
    draw: async (number, longestSide, canvasOf) => {
      const page = await pdf.getPage(number);
      const plain = page.getViewport({ scale: 1 });
      const scale = longestSide / Math.max(plain.width, plain.height, 1);
      const viewport = page.getViewport({ scale });
      const [canvas, canvasContext] = canvasOf(viewport.width, viewport.height);
      await page.render({ canvas, canvasContext, viewport, background: '#ffffff' }).promise;
      page.cleanup();
      return canvas;
    },
    close: () => void task.destroy(),
  };
};
