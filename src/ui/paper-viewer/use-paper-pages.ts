import { useEffect, useReducer, useState } from 'react';

export interface LookedAt {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
}

interface PdfPages {
  readonly count: number;
  draw(page: number, widthPixels: number): Promise<Blob | null>;
  close(): void;
}

/** Where papers lie; null when one is missing or damaged. */
export interface PaperSource {
  bytes(id: string): Promise<{ readonly bytes: ArrayBuffer; readonly mediaType: string } | null>;
  openPdf(
    id: string,
  ): Promise<{ readonly kind: 'open'; readonly pages: PdfPages } | { readonly kind: 'signal-needed' | 'unreadable' }>;
}

export type OpenPaper =
  | { readonly kind: 'opening' | 'signal-needed' | 'unreadable' }
  | { readonly kind: 'photo'; readonly photo: Blob }
  | { readonly kind: 'pdf'; readonly pages: PdfPages };

/** Opens a stored paper to look at, and frees it when the screen is left. */
export function useOpenPaper(document: LookedAt, papers: PaperSource): readonly [OpenPaper, () => void] {
  const [paper, setPaper] = useState<OpenPaper>({ kind: 'opening' });
  const { id, mediaType } = document;
  const [attempt, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let here = true;
    let pages: PdfPages | null = null;
    async function open(): Promise<OpenPaper> {
      if (mediaType !== 'application/pdf') {
        const found = await papers.bytes(id);
        if (found === null) return { kind: 'unreadable' };
        return { kind: 'photo', photo: new Blob([found.bytes], { type: found.mediaType }) };
      }
      const result = await papers.openPdf(id);
      if (result.kind !== 'open') return result;
      pages = result.pages;
      return { kind: 'pdf', pages };
    }
    setPaper({ kind: 'opening' });
    void open().then((opened) => {
      if (here) setPaper(opened);
      else pages?.close();
    });
    return () => {
      here = false;
      pages?.close();
    };
  }, [papers, id, mediaType, attempt]);
  return [paper, again];
}

export type Picture = { readonly url: string } | 'drawing' | 'failed';

/** Of a PDF the page as a picture, of a photo itself; of what is not open, none. */
export function usePicture(
  paper: OpenPaper | { readonly kind: 'expired' | 'trouble' },
  page: number,
  widthPixels: number,
): Picture {
  const [shown, setShown] = useState<Picture>('drawing');
  useEffect(() => {
    if (paper.kind !== 'photo' && paper.kind !== 'pdf') return;
    let here = true;
    let made: string | null = null;
    const drawn = paper.kind === 'photo' ? Promise.resolve(paper.photo) : paper.pages.draw(page, widthPixels);
    setShown('drawing');
    void drawn.then((picture) => {
      if (!here) return;
      made = picture === null ? null : URL.createObjectURL(picture);
      setShown(made === null ? 'failed' : { url: made });
    });
    return () => {
      here = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [paper, page, widthPixels]);
  return shown;
}
