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
