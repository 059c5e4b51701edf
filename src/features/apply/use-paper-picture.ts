import { useCallback } from 'react';
import type { AttachedDocument } from '#domain/application/draft.ts';
import { useMenu } from '#services/menu-context.ts';
import { useBytesUrl } from '#ui/use-bytes-url.ts';

/** An address for an <img> of this photo, for as long as it is shown; undefined while it is read, null where it is gone. */
export function usePaperPicture({ id }: AttachedDocument): string | null | undefined {
  const { papers } = useMenu();
  return useBytesUrl(useCallback(() => papers.bytes(id), [papers, id]));
}
