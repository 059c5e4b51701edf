import { useEffect, useState } from 'react';
import type { AttachedDocument } from '#domain/application/draft.ts';
import { useMenu } from '#services/menu-context.ts';

/** An address for an <img> of this paper, for as long as it is shown; null while it is read, and for what is no image. */
export function usePaperPicture(document: AttachedDocument): string | null {
  const { papers } = useMenu();
  const [url, setUrl] = useState<string | null>(null);
  const isImage = document.mediaType.startsWith('image/');
  useEffect(() => {
    if (!isImage) return;
    let here = true;
    let made: string | null = null;
    void papers.bytes(document.id).then((paper) => {
      if (!here || paper === null) return;
      made = URL.createObjectURL(new Blob([paper.bytes], { type: paper.mediaType }));
      setUrl(made);
    });
    return () => {
      here = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [papers, document.id, isImage]);
  return url;
}
