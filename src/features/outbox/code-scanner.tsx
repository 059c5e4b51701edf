import { useState } from 'react';
import { useNavigate } from 'react-router';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { courierWords } from '#i18n/sets/courier.ts';
import { createCollector } from '#lib/codes/collector.ts';
import type { CourierMenu } from '#services/courier-menu.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { Progress } from '#ui/progress.tsx';
import { type CameraTrouble, QrReader } from '#ui/qr-reader.tsx';
import { showToast } from '#ui/toast-store.ts';
import { type Problem, TakeInProblem } from './take-in-problem.tsx';

interface CodeScannerProps {
  readonly courier: CourierMenu;
  readonly onClose: () => void;
}

type Seen =
  | { readonly kind: 'searching' | 'otherVersion' | 'checking' }
  | { readonly kind: 'part'; readonly have: number; readonly total: number }
  | { readonly kind: 'camera'; readonly trouble: CameraTrouble }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** The camera, how much of the codes was read, and then the same way in as that of a file. */
export function CodeScanner({ courier, onClose }: CodeScannerProps) {
  const { scan: words } = useMessages(courierWords).carry;
  const { outbox } = useMenu();
  const navigate = useNavigate();
  const [collect] = useState(createCollector);
  const [seen, setSeen] = useState<Seen>({ kind: 'searching' });

  async function takeIn(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    setSeen({ kind: 'checking' });
    const result = await outbox.takeIn(await courier.fileIn(bytes));
    if (result.kind !== 'carried' && result.kind !== 'taken-in') return setSeen({ kind: 'problem', problem: result });
    showToast({ message: currentMessages(courierWords).carry.scan.done });
    onClose();
    if (result.kind === 'taken-in') await navigate(`/permohonan/${result.applicationId}`);
  }

  /** False: enough was read. */
  function read(text: string): boolean {
    const collected = collect(text);
    if (collected.kind === 'part') setSeen(collected);
    if (collected.kind === 'other-version') setSeen({ kind: 'otherVersion' });
    if (collected.kind === 'whole') void takeIn(collected.bytes);
    return collected.kind !== 'whole';
  }

  const again = (
    <Button variant="secondary" onClick={() => setSeen({ kind: 'searching' })}>
      {words.again}
    </Button>
  );
  const isOver = seen.kind === 'problem' || seen.kind === 'camera';
  return (
    <Dialog open title={words.open} onClose={onClose} {...(isOver ? { actions: again } : {})}>
      {isOver || seen.kind === 'checking' || (
        <>
          <p>{words.text}</p>
          <QrReader label={words.view} onText={read} onTrouble={(trouble) => setSeen({ kind: 'camera', trouble })} />
        </>
      )}
      {seen.kind === 'searching' && <p>{words.searching}</p>}
      {seen.kind === 'part' && (
        <Progress
          label={words.read}
          value={seen.have}
          max={seen.total}
          valueText={words.count(seen.have, seen.total)}
        />
      )}
      {seen.kind === 'checking' && <p aria-live="polite">{words.checking}</p>}
      {seen.kind === 'otherVersion' && <Notice tone="alert">{words.otherVersion}</Notice>}
      {seen.kind === 'camera' && (
        <Notice tone="alert" live="alert">
          {words[seen.trouble]}
        </Notice>
      )}
      {seen.kind === 'problem' && <TakeInProblem problem={seen.problem} />}
    </Dialog>
  );
}
