import type { OpenPdfResult, PapersMenu } from '#services/menu.ts';

/** The code that draws PDFs is large, so it comes when somebody first looks at one, and stays from then on. */
export async function openPaper(bytesOf: PapersMenu['bytes'], documentId: string): Promise<OpenPdfResult> {
  const paper = await bytesOf(documentId);
  if (paper === null) return { kind: 'unreadable' };
  const drawing = await import('#media/pdf-pages.ts').catch(() => null);
  if (drawing === null) return { kind: 'signal-needed' };
  const pages = await drawing.openPdfPages(paper.bytes);
  return pages === null ? { kind: 'unreadable' } : { kind: 'open', pages };
}
