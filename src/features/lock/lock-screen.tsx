import { useEffect, useState } from 'react';
import type { LockWay } from '#domain/lock/lock-row.ts';
import { useMessages } from '#i18n/messages.ts';
import { lockWords } from '#i18n/sets/lock.ts';
import { useLock, type LockSeen } from '#services/lock/use-lock.ts';
import { useMenu, useObservable } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import styles from './lock.module.css';
import { RecoverByOffice } from './recover-by-office.tsx';
import { SetUp } from './set-up.tsx';
import { UnlockForm } from './unlock-form.tsx';

/** In the place of everything else, until somebody has unlocked. */
export function LockScreen() {
  const { screen: words } = useMessages(lockWords);
  const seen = useLock();
  const isNeeded = seen?.status.kind === 'none' && seen.status.isOfficer;
  return (
    <Screen
      testId="locked"
      title={isNeeded ? words.neededTitle : words.title}
      lead={isNeeded ? words.neededLead : words.lead}
    >
      {isNeeded && <SetUp seen={seen} />}
      {seen === undefined && <Skeleton />}
      {seen === null && <Notice tone="alert">{words.failed}</Notice>}
      {seen !== null && seen !== undefined && <Look seen={seen} />}
      {seen !== null && seen !== undefined && <Unlocking seen={seen} />}
    </Screen>
  );
}

/** Perhaps whoever is signed in now has no lock; where the phone gives no answer, that is said. */
function Look({ seen: { lock, refresh } }: { readonly seen: LockSeen }) {
  const { screen: words } = useMessages(lockWords);
  const [failed, setFailed] = useState(false);
  const wasRefused = useObservable(lock.wasRefused);
  useEffect(() => {
    lock.look().catch(() => setFailed(true));
  }, [lock]);
  const again = async (): Promise<void> => {
    setFailed(false);
    await lock.look().catch(() => setFailed(true));
    await refresh();
  };
  return (
    <>
      {wasRefused && <Notice tone="alert">{words.photoRefused}</Notice>}
      {failed && (
        <Notice
          tone="alert"
          live="alert"
          actions={
            <Button variant="secondary" onClick={() => void again()}>
              {words.lookAgain}
            </Button>
          }
        >
          {words.lookFailed}
        </Notice>
      )}
    </>
  );
}

function Unlocking({ seen }: { readonly seen: LockSeen }) {
  const { lock, status } = seen;
  const { screen: words } = useMessages(lockWords);
  const [chosen, setChosen] = useState<LockWay | null>(null);
  if (status.kind !== 'on') return status.kind === 'unknown' ? <Notice tone="alert">{words.failed}</Notice> : null;
  const way = chosen ?? status.ways[0] ?? 'pin';
  return (
    <>
      <UnlockForm
        key={way}
        way={way}
        nextTryAtMs={status.nextTryAtMs}
        action={way === 'passkey' ? words.openPasskey : words.open}
        onSecret={(secret) => lock.unlock(secret)}
      />
      <p>{words.sending}</p>
      {status.recovery.kind === 'asked' && <RecoverByOffice seen={seen} recovery={status.recovery} />}
      <Disclosure summary={words.forgot}>
        <div className={styles.form}>
          <ul className={styles.points}>
            {[...words.forgotPoints, ...(status.recovery.kind === 'none' ? [words.onlyYours] : [])].map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          {way !== 'passphrase' && status.ways.includes('passphrase') && (
            <Button variant="secondary" onClick={() => setChosen('passphrase')}>
              {words.useWords}
            </Button>
          )}
          {status.recovery.kind === 'possible' && <RecoverByOffice seen={seen} recovery={status.recovery} />}
          <SignOut />
        </div>
      </Disclosure>
    </>
  );
}

function SignOut() {
  const { screen: words } = useMessages(lockWords);
  const { account } = useMenu();
  const [problem, setProblem] = useState<string | null>(null);

  async function signOut(): Promise<void> {
    const ended = await (await account.door())?.signOut('still-goes');
    if (ended?.kind !== 'signed-out') setProblem(words.signedOutFailed);
    else if (ended.goTo !== null) location.assign(ended.goTo);
  }
  return (
    <>
      {problem !== null && (
        <Notice tone="alert" live="alert">
          {problem}
        </Notice>
      )}
      <Button variant="secondary" onClick={() => void signOut()}>
        {words.signOut}
      </Button>
    </>
  );
}
