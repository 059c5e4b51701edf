import { useState } from 'react';
import { useNavigate } from 'react-router';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { sealingWords } from '#i18n/sets/sealing.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { showToast } from '#ui/toast-store.ts';

/** What is sealed comes back as an empty form only: the person says so before it goes. */
export function RefillDialog(props: {
  readonly open: boolean;
  readonly applicationId: string;
  readonly onClose: () => void;
}) {
  const { refill: words } = useMessages(sealingWords);
  const { outbox } = useMenu();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);

  async function refill(): Promise<void> {
    setBusy(true);
    const result = await outbox.reopen(props.applicationId);
    setBusy(false);
    props.onClose();
    const { actions, care } = currentMessages(outboxWords);
    if (result.kind === 'started') {
      await navigate(`/isi/${result.draftId}`, { replace: true });
      showToast({ message: currentMessages(sealingWords).refill.started });
    } else if (result.kind === 'in-line') showToast({ message: care.tooLateTitle, tone: 'alert' });
    else showToast({ message: actions.cannotReopen, tone: 'alert' });
  }

  return (
    <Dialog
      open={props.open}
      title={words.title}
      onClose={props.onClose}
      actions={
        <>
          <Button busy={busy} data-testid="confirm-refill" onClick={() => void refill()}>
            {words.action}
          </Button>
          <Button variant="quiet" onClick={props.onClose}>
            {words.keep}
          </Button>
        </>
      }
    >
      <p>{words.text}</p>
    </Dialog>
  );
}
