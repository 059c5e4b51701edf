import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { repairWords } from '#i18n/sets/repair.ts';
import type { RepairsMenu } from '#services/menu-repairs.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { showToast } from '#ui/toast-store.ts';
import { notSavedText } from './not-saved-text.ts';

/** "Batalkan permohonan", asked twice: the office stops, and nothing brings it back. */
export function WithdrawAtOffice(props: { readonly applicationId: string; readonly menu: RepairsMenu }) {
  const { withdraw: words } = useMessages(repairWords);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);

  async function withdraw(): Promise<void> {
    setBusy(true);
    const result = await props.menu.withdraw(props.applicationId);
    setBusy(false);
    setAsking(false);
    if (result.kind === 'saved') showToast({ message: currentMessages(repairWords).withdraw.stored });
    else showToast({ message: notSavedText(result), tone: 'alert' });
  }

  return (
    <div>
      <Button variant="quiet" icon={<Undo2 />} data-testid="withdraw-application" onClick={() => setAsking(true)}>
        {words.action}
      </Button>
      <Dialog
        open={asking}
        title={words.title}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button busy={busy} data-testid="confirm-withdraw-application" onClick={() => void withdraw()}>
              {words.confirm}
            </Button>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {words.keep}
            </Button>
          </>
        }
      >
        <p>{words.text}</p>
      </Dialog>
    </div>
  );
}
