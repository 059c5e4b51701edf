import { useState } from 'react';
import type { LockWay } from '#domain/lock/lock-row.ts';
import { useMessages } from '#i18n/messages.ts';
import { lockWords } from '#i18n/sets/lock.ts';
import type { LockMenu, LockSecret } from '#services/lock/menu-lock.ts';
import { useLock, type LockSeen } from '#services/lock/use-lock.ts';
import { useObservable } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import styles from './lock.module.css';
import { NewSecretForm } from './new-secret-form.tsx';
import { offeredWays, recoveryNote, SetUp, told } from './set-up.tsx';
import { UnlockForm } from './unlock-form.tsx';

/** /pengaturan/kunci: whether drafts and papers lie under a lock, and how it opens. */
export function LockSettingsScreen() {
  const { title, settings: words } = useMessages(lockWords);
  const seen = useLock();
  return (
    <Screen testId="lock-settings" title={title} back="/pengaturan" lead={words.lead}>
      {seen === undefined && <Skeleton />}
      {(seen === null || seen?.status.kind === 'unknown') && <Notice tone="alert">{words.unknown}</Notice>}
      {seen?.status.kind === 'no-account' && (
        <Notice
          actions={
            <ButtonLink href="/akun" variant="secondary">
              {words.toAccount}
            </ButtonLink>
          }
        >
          {words.signIn}
        </Notice>
      )}
      {seen?.status.kind === 'none' && <SetUp seen={seen} />}
      {seen?.status.kind === 'on' && (
        <Manage seen={seen} ways={seen.status.ways} nextTryAtMs={seen.status.nextTryAtMs} />
      )}
      <ul className={styles.points}>
        {words.notHidden.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Screen>
  );
}

/** Whether all of it is under the lock by now. */
function Rest({ lock }: { readonly lock: LockMenu }) {
  const { settings: words } = useMessages(lockWords);
  const rest = useObservable(lock.rest);
  if (rest === 'done') return null;
  if (rest === 'working') return <Notice tone="waiting">{words.restWorking}</Notice>;
  return (
    <Notice
      tone="alert"
      live="alert"
      actions={
        <Button variant="secondary" onClick={() => lock.sealRest()}>
          {words.restAgain}
        </Button>
      }
    >
      {words.restFailed}
    </Notice>
  );
}

interface ManageProps {
  readonly seen: LockSeen;
  readonly ways: readonly LockWay[];
  readonly nextTryAtMs: number;
}

function Manage({ seen, ways, nextTryAtMs }: ManageProps) {
  const { ways: names, settings: words, screen } = useMessages(lockWords);
  const [task, setTask] = useState<'change' | 'spare' | 'remove' | null>(null);
  const [current, setCurrent] = useState<LockSecret | null>(null);
  // Who has forgotten the PIN comes in with spare words, here as on the lock itself.
  const [bySpare, setBySpare] = useState(false);
  const [damaged, setDamaged] = useState(0);
  const own = ways[0] ?? 'pin';
  const way = bySpare ? 'passphrase' : own;
  const hasSpare = own !== 'passphrase' && ways.includes('passphrase');
  const begin = (next: 'change' | 'spare') => {
    setCurrent(null);
    setTask(next);
  };
  const others = (
    <>
      {hasSpare && !bySpare && (
        <Button variant="secondary" data-testid="by-spare" onClick={() => setBySpare(true)}>
          {screen.useWords}
        </Button>
      )}
      <Button
        variant="quiet"
        onClick={() => {
          setTask(null);
          setBySpare(false);
        }}
      >
        {words.cancel}
      </Button>
    </>
  );

  if ((task === 'change' || task === 'spare') && current !== null) {
    const isSpare = task === 'spare';
    return (
      <NewSecretForm
        lock={seen.lock}
        ways={isSpare ? ['passphrase'] : offeredWays(seen)}
        action={isSpare ? words.spare : words.change}
        note={(chosen) => (isSpare ? words.spareLead : recoveryNote(seen, chosen, words))}
        onSecret={async (next) => {
          const end =
            isSpare && next.way === 'passphrase'
              ? await told(seen.lock.addWords(current, next.text), seen, 'spareAdded')
              : await told(seen.lock.change(current, next), seen, 'changed');
          if (end.kind === 'changed') {
            setTask(null);
            setBySpare(false);
          }
          return end;
        }}
      />
    );
  }
  if (task === 'change' || task === 'spare') {
    return (
      <Section title={words.now}>
        <UnlockForm
          key={way}
          way={way}
          nextTryAtMs={nextTryAtMs}
          action={words.next}
          onSecret={async (secret) => {
            const end = await seen.lock.check(secret);
            if (end.kind === 'open') setCurrent(secret);
            return end;
          }}
        >
          {others}
        </UnlockForm>
      </Section>
    );
  }
  if (task === 'remove') {
    return (
      <Section title={words.remove}>
        <p>{words.removeText}</p>
        {damaged > 0 && <Notice tone="alert">{words.damaged(damaged)}</Notice>}
        <UnlockForm
          key={way}
          way={way}
          nextTryAtMs={nextTryAtMs}
          action={damaged > 0 ? words.dropDamaged : words.remove}
          onSecret={async (secret) => {
            const end = await told(seen.lock.remove(secret, damaged > 0 ? 'damaged' : undefined), seen, 'removed');
            if (end.kind === 'damaged') setDamaged(end.count);
            return end;
          }}
        >
          {others}
        </UnlockForm>
      </Section>
    );
  }
  return (
    <Card>
      <div className={styles.form}>
        <p>
          {words.on}: {names[own]}
        </p>
        <Rest lock={seen.lock} />
        <p>{words.locksItself(seen.lock.idleMinutes())}</p>
        <Button onClick={() => seen.lock.lockNow()}>{words.lockNow}</Button>
        {own !== 'passphrase' && <p>{hasSpare ? words.hasSpare : words.spareText}</p>}
        {own !== 'passphrase' && (
          <Button variant="secondary" data-testid="make-spare" onClick={() => begin('spare')}>
            {words.spare}
          </Button>
        )}
        <Button variant="secondary" onClick={() => begin('change')}>
          {words.change}
        </Button>
        <Button variant="quiet" data-testid="remove-lock" onClick={() => setTask('remove')}>
          {words.remove}
        </Button>
      </div>
    </Card>
  );
}
