import { RotateCw } from 'lucide-react';
import { lazy, Suspense, useEffect, useLayoutEffect, useState } from 'react';
import type { AttachedDocument } from '#domain/application/draft.ts';
import { type Quad, turned } from '#lib/quad.ts';
import { useMessages } from '#i18n/messages.ts';
import { straightenWords } from '#i18n/sets/straighten.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { oneMore, type QuarterTurns } from '#ui/corner-editor/quarter-turns.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { Spinner } from '#ui/spinner.tsx';
import { showToast } from '#ui/toast-store.ts';
import styles from './apply.module.css';
import { fieldId } from './field-id.ts';
import { paperPointer } from './paper-problems.ts';
import { usePaperPicture } from './use-paper-picture.ts';

const CornerEditor = lazy(async () => ({
  default: (await import('#ui/corner-editor/corner-editor.tsx')).CornerEditor,
}));

const whole: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];
/** Where nothing was found: a little inside, so that all four can be seen and held. */
const inset: Quad = [
  { x: 0.08, y: 0.08 },
  { x: 0.92, y: 0.08 },
  { x: 0.92, y: 0.92 },
  { x: 0.08, y: 0.92 },
];

/** The photo of a paper with its corners to drag. It stays as it is until the straightened one is stored. */
export function StraightenPaper(props: { readonly document: AttachedDocument; readonly onClose: () => void }) {
  const { document, onClose } = props;
  const words = useMessages(straightenWords);
  const picture = usePicture(document);
  const { state, replaceBy } = useReplacing(document, onClose);
  const [corners, setCorners] = useState<Quad>(document.paperAt ?? inset);
  const [turns, setTurns] = useState<QuarterTurns>(0);
  const busy = state === 'busy';
  useFocusAfter(document);

  function turn(): void {
    setTurns(oneMore(turns));
    // What was bottom left is top left now.
    setCorners(turned(corners, 3));
  }
  return (
    <Dialog
      open
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button
            busy={busy}
            busyLabel={words.busy}
            {...(picture === null ? { 'aria-disabled': true } : {})}
            data-testid="straighten-now"
            onClick={() => picture !== null && void replaceBy(corners)}
          >
            {words.straighten}
          </Button>
          <div className={styles.pickers}>
            <Button
              variant="secondary"
              className={styles.half}
              icon={<RotateCw />}
              aria-disabled={busy}
              onClick={() => busy || turn()}
            >
              {words.turn}
            </Button>
            <Button
              variant="secondary"
              className={styles.half}
              aria-disabled={busy}
              onClick={() => {
                if (busy) return;
                if (turns === 0) onClose();
                else void replaceBy(turned(whole, 4 - turns));
              }}
            >
              {words.asItIs}
            </Button>
          </div>
        </>
      }
    >
      {state === 'failed' && <Notice tone="alert" live="alert" title={words.failed} />}
      {picture === null ? (
        <Spinner label={words.opening} />
      ) : (
        <Suspense fallback={<Spinner label={words.opening} />}>
          <CornerEditor picture={picture} turns={turns} corners={corners} onChange={setCorners} words={words.editor} />
        </Suspense>
      )}
    </Dialog>
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

  async function replaceBy(corners: Quad): Promise<void> {
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

/** With its size, which only a browser that can show it knows. */
function usePicture(document: AttachedDocument) {
  const src = usePaperPicture(document);
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | null>(null);
  useEffect(() => {
    if (src === null) return;
    const image = new Image();
    image.onload = () => setSize({ width: image.naturalWidth, height: image.naturalHeight });
    image.src = src;
    return () => {
      image.onload = null;
    };
  }, [src]);
  return src === null || size === null ? null : { src, ...size };
}
