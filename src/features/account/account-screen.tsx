import { useMemo, useState } from 'react';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { accountWords } from '#i18n/sets/account.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { useOutboxCounts } from '#services/outbox-list.ts';
import type { Account } from '#services/menu.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Who sends from this phone. Nothing but sending needs it. */
export function AccountScreen() {
  const words = useMessages(accountWords);
  const menu = useMenu();
  const current = useLive(useMemo(() => menu.account.current(), [menu]));
  const others = useLive(useMemo(() => menu.outbox.othersWaiting(), [menu]));
  return (
    <Screen title={words.title} lead={words.lead}>
      {current.state === 'loading' && <Skeleton rows={3} />}
      {current.state !== 'loading' &&
        (current.state === 'ready' && current.value !== null ? <SignedIn account={current.value} /> : <SignedOut />)}
      {others.state === 'ready' && others.value > 0 && <Notice>{words.others(others.value)}</Notice>}
      <ButtonLink href="/pengaturan" variant="secondary" wide>
        {words.settings}
      </ButtonLink>
    </Screen>
  );
}

function SignedOut() {
  const words = useMessages(accountWords);
  const formats = useFormats();
  const counts = useOutboxCounts();
  return (
    <>
      {counts !== null && counts.waiting > 0 && <Notice tone="waiting">{words.waiting(counts.waiting)}</Notice>}
      <SignInForm soon={(ms) => formats.soon(ms, Date.now())} />
    </>
  );
}

function SignedIn({ account }: { readonly account: Account }) {
  const words = useMessages(accountWords);
  const menu = useMenu();
  const counts = useOutboxCounts();
  const [asking, setAsking] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const unsent = counts?.unsent ?? 0;

  async function leave(): Promise<void> {
    setLeaving(true);
    await menu.account.signOut();
    setLeaving(false);
    setAsking(false);
  }

  return (
    <>
      <p data-testid="account-name">{words.signedInAs(account.name)}</p>
      <ButtonLink href="/permohonan" wide>
        {words.applications}
      </ButtonLink>
      <Button variant="secondary" wide data-testid="sign-out" onClick={() => setAsking(true)}>
        {words.signOut}
      </Button>
      <Dialog
        open={asking}
        title={words.signOutTitle}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button busy={leaving} data-testid="sign-out-confirm" onClick={() => void leave()}>
              {words.signOut}
            </Button>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              {words.stay}
            </Button>
          </>
        }
      >
        <p>{words.signOutText}</p>
        {unsent > 0 && <p>{words.signOutUnsent(unsent)}</p>}
      </Dialog>
    </>
  );
}
