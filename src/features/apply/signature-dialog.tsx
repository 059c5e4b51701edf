import { Trash2, Undo2 } from 'lucide-react';
import { useId, useState } from 'react';
import { isSignature, type Stroke } from '#lib/strokes.ts';
import { useMessages } from '#i18n/messages.ts';
import { signatureWords } from '#i18n/sets/signature.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { pictureOf } from '#ui/signature-pad/draw-strokes.ts';
import { SignaturePad } from '#ui/signature-pad/signature-pad.tsx';
import styles from './apply.module.css';

export interface SignatureDialogProps {
  /** Kept by the owner: a press beside the paper must not cost what is written. */
  readonly strokes: readonly Stroke[];
  readonly onChange: (strokes: readonly Stroke[]) => void;
  readonly onUse: (picture: File) => Promise<void>;
  readonly onClose: () => void;
}

/** A signature written on the screen. It becomes a picture like that of a paper, and is never called more. */
export function SignatureDialog({ strokes, onChange, onUse, onClose }: SignatureDialogProps) {
  const words = useMessages(signatureWords);
  const hintId = useId();
  const [state, setState] = useState<'ready' | 'busy' | 'too-short' | 'failed'>('ready');

  async function use(): Promise<void> {
    if (!isSignature(strokes)) return setState('too-short');
    setState('busy');
    const picture = await pictureOf(strokes);
    if (picture === null || picture.type !== 'image/png') return setState('failed');
    await onUse(new File([picture], 'tanda-tangan.png', { type: 'image/png' }));
  }
  function change(next: readonly Stroke[]): void {
    setState('ready');
    onChange(next);
  }
  const empty = strokes.length === 0;
  return (
    <Dialog
      open
      title={words.title}
      onClose={onClose}
      actions={
        <Button busy={state === 'busy'} busyLabel={words.busy} data-testid="use-signature" onClick={() => void use()}>
          {words.use}
        </Button>
      }
    >
      <p id={hintId}>{words.hint}</p>
      <SignaturePad
        className={styles.pad}
        label={words.pad(strokes.length)}
        describedBy={hintId}
        strokes={strokes}
        onStroke={(stroke) => change([...strokes, stroke])}
      />
      <div className={styles.pickers}>
        <Button
          variant="secondary"
          icon={<Undo2 />}
          aria-disabled={empty}
          data-testid="undo-stroke"
          onClick={() => empty || change(strokes.slice(0, -1))}
        >
          {words.undo}
        </Button>
        <Button
          variant="secondary"
          icon={<Trash2 />}
          aria-disabled={empty}
          data-testid="clear-signature"
          onClick={() => empty || change([])}
        >
          {words.clear}
        </Button>
      </div>
      {(state === 'too-short' || state === 'failed') && (
        <Notice tone="alert" live="alert" title={state === 'failed' ? words.failed : words.tooShort}>
          {words.otherwise}
        </Notice>
      )}
      <p className={styles.soft}>{words.notOfficial}</p>
      <p className={styles.soft}>{words.otherwise}</p>
    </Dialog>
  );
}
