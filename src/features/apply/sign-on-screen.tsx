import { PenLine } from 'lucide-react';
import { useState } from 'react';
import type { Stroke } from '#lib/strokes.ts';
import { useMessages } from '#i18n/messages.ts';
import { signatureWords } from '#i18n/sets/signature.ts';
import { Button } from '#ui/button.tsx';
import styles from './apply.module.css';
import { SignatureDialog } from './signature-dialog.tsx';

export interface SignOnScreenProps {
  /** Whether one is there already, which the new one takes the place of. */
  readonly again: boolean;
  readonly onSigned: (picture: File) => Promise<void>;
}

/** The first of the ways to a signature; a photo of one on paper stays beside it. */
export function SignOnScreen({ again, onSigned }: SignOnScreenProps) {
  const words = useMessages(signatureWords);
  const [open, setOpen] = useState(false);
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  return (
    <>
      <p className={styles.soft}>{words.ways}</p>
      <Button variant="secondary" icon={<PenLine />} data-testid="sign" onClick={() => setOpen(true)}>
        {again ? words.again : words.sign}
      </Button>
      {open && (
        <SignatureDialog
          strokes={strokes}
          onChange={setStrokes}
          onUse={async (picture) => {
            await onSigned(picture);
            setOpen(false);
            setStrokes([]);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
