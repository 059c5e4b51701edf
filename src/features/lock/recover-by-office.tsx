import { useState } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { lockWords } from '#i18n/sets/lock.ts';
import type { RecoveryEnd, RecoveryStatus } from '#services/lock/menu-lock.ts';
import type { LockSeen } from '#services/lock/use-lock.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './lock.module.css';
import { NewSecretForm } from './new-secret-form.tsx';
import { offeredWays, recoveryNote, told } from './set-up.tsx';

type Told = RecoveryEnd['kind'] | 'ready';

/** PIN and spare words are forgotten: the office opens the lock, and the person sets a new way in. */
export function RecoverByOffice({ seen, recovery }: { readonly seen: LockSeen; readonly recovery: RecoveryStatus }) {
  const { screen, settings } = useMessages(lockWords);
  const { recovery: words } = screen;
  const { lock, refresh } = seen;
  const [busy, setBusy] = useState(false);
  const [end, setEnd] = useState<Told | null>(null);

  async function run(work: () => Promise<{ readonly kind: Told }>, next: 'refresh' | 'stay'): Promise<void> {
    setBusy(true);
    const found = await work().catch(() => ({ kind: 'failed' as const }));
    setEnd(next === 'refresh' && found.kind === 'asked' ? null : found.kind);
    if (next === 'refresh') await refresh();
    setBusy(false);
  }
  const ask = () => void run(() => lock.askRecovery(), 'refresh');

  if (end === 'ready')
    return (
      <>
        <Notice live="status">{words.ready}</Notice>
        <NewSecretForm
          lock={lock}
          ways={offeredWays(seen)}
          action={words.setNew}
          note={(way) => recoveryNote(seen, way, settings)}
          onSecret={(next) => told(lock.recover(next), seen, 'changed')}
        />
      </>
    );
  const problem = end === null ? null : end === 'sign-in-needed' ? screen.signInNeeded : words[end];
  return (
    <>
      {recovery.kind !== 'asked' && <p>{words.possible}</p>}
      {recovery.kind === 'asked' && (
        <Card>
          <p>{words.read}</p>
          <p className={styles.words} data-testid="check-number">
            {recovery.checkNumber}
          </p>
        </Card>
      )}
      {problem !== null && (
        <Notice tone={end === 'asked' ? 'waiting' : 'alert'} live="status">
          {problem}
        </Notice>
      )}
      {recovery.kind === 'asked' && (
        <Button
          variant="secondary"
          busy={busy}
          busyLabel={words.checking}
          data-testid="check-recovery"
          onClick={() => void run(() => lock.readRecovery(), 'stay')}
        >
          {words.check}
        </Button>
      )}
      {(recovery.kind !== 'asked' || end === 'refused') && (
        <Button variant="secondary" busy={busy} busyLabel={words.asking} data-testid="ask-recovery" onClick={ask}>
          {recovery.kind === 'asked' ? words.askAgain : words.ask}
        </Button>
      )}
    </>
  );
}
