import { getDocument } from 'pdfjs-serverless';

/** A PDF that lies open. */
export interface PdfPages {
  readonly count: number;
  /** One page as a picture, `widthPixels` wide; null when that page can't be drawn. Pages count from 1. */
  draw(page: number, widthPixels: number): Promise<Blob | null>;
  /** Frees what the open PDF holds. */
  close(): void;
}

/** No page takes more, however it is shaped: a phone's memory is small. */
const mostPixels = 4_000_000;

/**
 * Opens a PDF to look at: nothing of it runs, nothing is fetched for it, and no code is made from it.
 * @returns null when it can't be opened
 */
export async function openPdfPages(bytes: ArrayBuffer): Promise<PdfPages | null> {
  // It takes the bytes for itself.
  const task = getDocument({
    data: new Uint8Array(bytes.slice(0)),
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: true,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    return {
      count: pdf.numPages,
      async draw(number, widthPixels) {
        try {
          const page = await pdf.getPage(number);
          const { width, height } = page.getViewport({ scale: 1 });
          const scale = Math.min(widthPixels / width, Math.sqrt(mostPixels / (width * height)));
          const viewport = page.getViewport({ scale });
          const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
          // It draws on any canvas, and asks for one of a page.
          await page.render({ canvas: canvas as never, viewport }).promise;
          page.cleanup();
          return await canvas.convertToBlob({ type: 'image/png' });
        } catch {
          return null;
        }
      },
      close: () => void task.destroy().catch(() => undefined),
    };
  } catch {
    void task.destroy().catch(() => undefined);
    return null;
  }
}
