import { Pause, Play, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { isStopped } from '#domain/application/is-stopped.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { sealingWords } from '#i18n/sets/sealing.ts';
import type { SaveResult } from '#services/menu.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Section } from '#ui/section.tsx';
import { showToast } from '#ui/toast-store.ts';
import { notSavedText } from './not-saved-text.ts';
import styles from './outbox.module.css';
import { RefillDialog } from './refill-dialog.tsx';
import { saveCopy } from './save-copy.ts';

/** What a person can do about one that is on its way. None of it loses anything. */
export function WaitingCare({ entry }: { readonly entry: OutboxEntry }) {
  const { care: words, actions } = useMessages(outboxWords);
  const { refill } = useMessages(sealingWords);
  const { outbox } = useMenu();
  const [asking, setAsking] = useState(false);
  const { applicationId } = entry;
  const isPaused = entry.pausedAtMs !== undefined;
  return (
    <Section title={words.title}>
      <div className={styles.care}>
        {!isStopped(entry) && (
          <Button
            variant="secondary"
            icon={isPaused ? <Play /> : <Pause />}
            data-testid={isPaused ? 'resume' : 'pause'}
            onClick={() => void sayIfNot(isPaused ? outbox.resume(applicationId) : outbox.pause(applicationId))}
          >
            {isPaused ? words.resume : words.pause}
          </Button>
        )}
        <Button variant="quiet" icon={<Undo2 />} data-testid="withdraw" onClick={() => setAsking(true)}>
          {entry.sealed === undefined ? words.withdraw : refill.withdraw}
        </Button>
        {entry.about === undefined && (
          <Button variant="quiet" data-testid="save-copy" onClick={() => void saveCopy(outbox, applicationId)}>
            {actions.saveCopy}
          </Button>
        )}
      </div>
      {entry.untried === true && entry.sealed !== undefined ? (
        <RefillDialog open={asking} applicationId={applicationId} onClose={() => setAsking(false)} />
      ) : entry.untried === true ? (
        <Withdraw open={asking} entry={entry} onClose={() => setAsking(false)} />
      ) : (
        <TooLate open={asking} entry={entry} onClose={() => setAsking(false)} />
      )}
    </Section>
  );
}

interface AskProps {
  readonly open: boolean;
  readonly entry: OutboxEntry;
  readonly onClose: () => void;
}

/** It may be sent while the question stands: then the answer says so. */
function Withdraw({ open, entry, onClose }: AskProps) {
  const { care: words } = useMessages(outboxWords);
  const { outbox } = useMenu();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);

  async function withdraw(): Promise<void> {
    setBusy(true);
    const result = await outbox.reopen(entry.applicationId);
    setBusy(false);
    onClose();
    const { actions, care } = currentMessages(outboxWords);
    if (result.kind === 'started') {
      await navigate(`/isi/${result.draftId}`, { replace: true });
      showToast({ message: care.withdrawn });
    } else if (result.kind === 'in-line') showToast({ message: care.tooLateTitle, tone: 'alert' });
    else showToast({ message: actions.cannotReopen, tone: 'alert' });
  }

  return (
    <Dialog
      open={open}
      title={words.withdrawTitle}
      onClose={onClose}
      actions={
        <>
          <Button busy={busy} data-testid="confirm-withdraw" onClick={() => void withdraw()}>
            {words.withdraw}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {words.keep}
          </Button>
        </>
      }
    >
      <p>{words.withdrawText}</p>
    </Dialog>
  );
}

function TooLate({ open, entry, onClose }: AskProps) {
  const { care: words } = useMessages(outboxWords);
  const { outbox } = useMenu();
  return (
    <Dialog
      open={open}
      title={words.tooLateTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.wait}</Button>
          {entry.pausedAtMs === undefined && (
            <Button
              variant="quiet"
              onClick={() => {
                onClose();
                void sayIfNot(outbox.pause(entry.applicationId));
              }}
            >
              {words.tooLatePause}
            </Button>
          )}
        </>
      }
    >
      <p>{words.tooLate}</p>
    </Dialog>
  );
}

/** The screen itself shows what has changed. */
async function sayIfNot(done: Promise<SaveResult>): Promise<void> {
  const result = await done;
  if (result.kind !== 'saved') showToast({ message: notSavedText(result), tone: 'alert' });
}
