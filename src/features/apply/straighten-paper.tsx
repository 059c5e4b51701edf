import { useLayoutEffect, useState } from 'react';
import type { AttachedDocument } from '#domain/application/draft.ts';
import type { Corners } from '#domain/document/corners.ts';
import { useMessages } from '#i18n/messages.ts';
import { straightenWords } from '#i18n/sets/straighten.ts';
import { useMenu } from '#services/menu-context.ts';
import { CornerDialog } from '#ui/corner-editor/corner-dialog.tsx';
import { showToast } from '#ui/toast-store.ts';
import { fieldId } from './field-id.ts';
import { paperPointer } from './paper-problems.ts';
import { usePaperPicture } from './use-paper-picture.ts';

/** The photo of a paper with its corners to drag. It stays as it is until the straightened one is stored. */
export function StraightenPaper(props: { readonly document: AttachedDocument; readonly onClose: () => void }) {
  const { document, onClose } = props;
  const words = useMessages(straightenWords);
  const src = usePaperPicture(document);
  const { state, replaceBy } = useReplacing(document, onClose);
  useFocusAfter(document);
  return (
    <CornerDialog
      src={src}
      found={document.paperAt}
      state={state}
      onUse={(corners) => void replaceBy(corners)}
      onClose={onClose}
      words={words}
    />
  );
}

/** Back to what opened this, or to the first button of the paper's place when that is gone. */
function useFocusAfter({ slot }: AttachedDocument): void {
  useLayoutEffect(() => {
    const opener = globalThis.document.activeElement;
    return () =>
      queueMicrotask(() => {
        const place = globalThis.document.getElementById(fieldId(paperPointer(slot)));
        const next =
          opener?.isConnected === true && opener !== globalThis.document.body ? opener : place?.querySelector('button');
        if (next instanceof HTMLElement) next.focus();
      });
  }, [slot]);
}

/** The paper becomes a part of itself: a new document takes its place once it is stored. */
function useReplacing(document: AttachedDocument, onDone: () => void) {
  const words = useMessages(straightenWords);
  const { drafts, papers } = useMenu();
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');

  async function replaceBy(corners: Corners): Promise<void> {
    setState('busy');
    const { id, applicationId, slot, fileName, sha256 } = document;
    const paper = await papers.bytes(id);
    if (paper === null) return setState('failed');
    const file = new File([paper.bytes], fileName, { type: paper.mediaType });
    const result = await drafts.attach(applicationId, slot, file, { replaces: id, corners });
    if (result.kind !== 'attached') return setState('failed');
    onDone();
    // The same bytes: this phone could not draw it anew.
    const isSame = result.document.sha256 === sha256;
    showToast({ tone: isSame ? 'alert' : 'neutral', message: isSame ? words.failed : words.done });
  }
  return { state, replaceBy };
}
