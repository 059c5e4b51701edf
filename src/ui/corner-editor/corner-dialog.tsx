import { RotateCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type Quad, turned } from '#lib/quad.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { Notice } from '../notice.tsx';
import { Spinner } from '../spinner.tsx';
import { CornerEditor, type CornerEditorWords } from './corner-editor.tsx';
import styles from './corner-editor.module.css';
import { oneMore, type QuarterTurns } from './quarter-turns.ts';
import type { Picture } from './turned-picture.tsx';

export interface CornerDialogWords {
  readonly title: string;
  readonly straighten: string;
  readonly turn: string;
  readonly asItIs: string;
  readonly opening: string;
  readonly busy: string;
  /** There are no bytes. */
  readonly broken: string;
  readonly failed: string;
  readonly editor: CornerEditorWords;
}

export interface CornerDialogProps {
  /** The picture's address; undefined while it is read, null where it can't be. */
  readonly src: string | null | undefined;
  /** Where the corners seem to be; undefined: unknown. */
  readonly found: Quad | undefined;
  readonly state: 'ready' | 'busy' | 'failed';
  /** This part of the picture is wanted, its first corner at the top left. */
  readonly onUse: (corners: Quad) => void;
  readonly onClose: () => void;
  readonly words: CornerDialogWords;
}

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

/** A picture whose corners are dragged, to cut it straight or only to turn it. */
export function CornerDialog({ src, found, state, onUse, onClose, words }: CornerDialogProps) {
  const shown = usePicture(src);
  const picture = shown === 'broken' ? null : shown;
  const [corners, setCorners] = useState<Quad>(found ?? inset);
  const [turns, setTurns] = useState<QuarterTurns>(0);
  const busy = state === 'busy';

  function turn(): void {
    setTurns(oneMore(turns));
    // What was bottom left is top left now.
    setCorners(turned(corners, 3));
  }
  function takeWhole(): void {
    if (turns === 0) onClose();
    else onUse(turned(whole, 4 - turns));
  }
  const actions = (
    <>
      <Button
        busy={busy}
        busyLabel={words.busy}
        {...(picture === null ? { 'aria-disabled': true } : {})}
        data-testid="straighten-now"
        onClick={() => picture !== null && onUse(corners)}
      >
        {words.straighten}
      </Button>
      <div className={styles.choices}>
        <Button variant="secondary" icon={<RotateCw />} aria-disabled={busy} onClick={() => busy || turn()}>
          {words.turn}
        </Button>
        <Button variant="secondary" aria-disabled={busy} onClick={() => busy || takeWhole()}>
          {words.asItIs}
        </Button>
      </div>
    </>
  );
  return (
    <Dialog open title={words.title} onClose={onClose} actions={actions}>
      {(state === 'failed' || shown === 'broken') && (
        <Notice tone="alert" live="alert" title={src === null ? words.broken : words.failed} />
      )}
      {shown === null && <Spinner label={words.opening} />}
      {picture !== null && (
        <CornerEditor picture={picture} turns={turns} corners={corners} onChange={setCorners} words={words.editor} />
      )}
    </Dialog>
  );
}

/** With its size, which only a browser that can show it knows. */
function usePicture(src: string | null | undefined): Picture | 'broken' | null {
  const [picture, setPicture] = useState<Picture | 'broken' | null>(null);
  useEffect(() => {
    if (src === null) setPicture('broken');
    if (typeof src !== 'string') return;
    const image = new Image();
    image.onload = () => setPicture({ src, width: image.naturalWidth, height: image.naturalHeight });
    image.onerror = () => setPicture('broken');
    image.src = src;
    return () => {
      image.onload = null;
      image.onerror = null;
    };
  }, [src]);
  return picture;
}
