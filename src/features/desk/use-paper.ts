import { useEffect, useReducer, useState } from 'react';
import type { DeskPaper } from '#domain/desk/desk-case.ts';
import type { DeskTrouble } from '#domain/desk/desk-trouble.ts';
import type { PdfPages } from '#services/menu.ts';
import type { DeskMenu } from '#services/menu-desk.ts';

export type OpenPaper =
  | { readonly kind: 'opening' | 'unreadable' | 'expired' | 'signal-needed' }
  | { readonly kind: 'trouble'; readonly because: DeskTrouble['kind'] }
  | { readonly kind: 'photo'; readonly photo: Blob }
  | { readonly kind: 'pdf'; readonly pages: PdfPages };

/** Fetches a paper to look at, and frees it when another is chosen. */
export function usePaper(desk: DeskMenu, { id }: DeskPaper): readonly [OpenPaper, () => void] {
  const [paper, setPaper] = useState<OpenPaper>({ kind: 'opening' });
  const [attempt, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let here = true;
    let pages: PdfPages | null = null;
    async function open(): Promise<OpenPaper> {
      const read = await desk.paper(id);
      if (read.kind === 'expired') return read;
      if (read.kind !== 'read') return { kind: 'trouble', because: read.kind };
      const { bytes, mediaType } = read.value;
      if (mediaType !== 'application/pdf') return { kind: 'photo', photo: new Blob([bytes], { type: mediaType }) };
      const pdf = await desk.openPdf(bytes);
      if (pdf.kind !== 'open') return pdf;
      pages = pdf.pages;
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
  }, [desk, id, attempt]);
  return [paper, again];
}

type Picture = { readonly url: string } | 'drawing' | 'failed';

/** Of a PDF the page as a picture, of a photo itself. */
export function usePicture(paper: OpenPaper, page: number, widthPixels: number): Picture {
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
