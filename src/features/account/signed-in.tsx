import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { accountWords } from '#i18n/sets/account.ts';
import type { Account, AccountTrouble } from '#services/menu.ts';
import { useMenu } from '#services/menu-context.ts';
import { useOutboxCounts } from '#services/outbox-list.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { showToast } from '#ui/toast-store.ts';
import styles from './account.module.css';

export function SignedIn({ account }: { readonly account: Account }) {
  const { signedIn: words, trouble: troubles } = useMessages(accountWords);
  const { account: menu, map } = useMenu();
  const counts = useOutboxCounts();
  const [asking, setAsking] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [trouble, setTrouble] = useState<AccountTrouble | null>(null);

  async function leave() {
    setLeaving(true);
    setTrouble(null);
    const result = await menu.signOut();
    if (result.kind !== 'signed-out') {
      setLeaving(false);
      setTrouble(result);
      return;
    }
    // Where somebody looked on a map is a trace of theirs, and comes from the office again.
    void map().then((shown) => shown?.forget());
    showToast({ message: currentMessages(accountWords).signedIn.done });
  }

  return (
    <Card className={styles.card}>
      <p>
        <span className={styles.soft}>{words.as}</span>
        <strong className={styles.name}>{account.name}</strong>
      </p>
      <ButtonLink href="/permohonan" variant="secondary" wide>
        {words.back}
      </ButtonLink>
      <Button variant="quiet" icon={<LogOut />} onClick={() => setAsking(true)} data-testid="sign-out">
        {words.signOut}
      </Button>
      <Dialog
        open={asking}
        title={words.confirmTitle}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button busy={leaving} onClick={() => void leave()} data-testid="confirm-sign-out">
              {words.confirm}
            </Button>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {words.cancel}
            </Button>
          </>
        }
      >
        <Kept unsent={counts?.unsent ?? null} />
        {trouble !== null && (
          <Notice tone="alert" live="alert">
            {troubles[trouble.kind]}
          </Notice>
        )}
      </Dialog>
    </Card>
  );
}

function Kept({ unsent }: { readonly unsent: number | null }) {
  const { signedIn: words } = useMessages(accountWords);
  if (unsent === null) return <p>{words.unknown}</p>;
  if (unsent === 0) return <p>{words.nothingWaiting}</p>;
  return (
    <>
      <p>{words.kept(unsent)}.</p>
      <p>{words.keptText}</p>
    </>
  );
}
