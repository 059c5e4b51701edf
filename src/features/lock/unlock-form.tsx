import { type ReactNode, type SubmitEvent, useState } from 'react';
import type { LockWay } from '#domain/lock/lock-row.ts';
import { useMessages } from '#i18n/messages.ts';
import { lockWords } from '#i18n/sets/lock.ts';
import type { LockChanged, LockSecret } from '#services/lock/menu-lock.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './lock.module.css';
import { SecretField } from './secret-field.tsx';
import { useUnlocking } from './use-unlocking.ts';

export interface UnlockFormProps {
  readonly way: LockWay;
  readonly nextTryAtMs: number;
  readonly action: string;
  readonly onSecret: (secret: LockSecret) => Promise<LockChanged>;
  readonly children?: ReactNode;
}

/** The way in that the person has chosen. */
export function UnlockForm({ way, nextTryAtMs, action, onSecret, children }: UnlockFormProps) {
  const { screen: words } = useMessages(lockWords);
  const { busy, problem, wait, attempt } = useUnlocking(nextTryAtMs);
  const [text, setText] = useState('');

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (busy || wait !== null) return;
    const secret: LockSecret = way === 'passkey' ? { way } : { way, text };
    const end = await attempt(secret, () => onSecret(secret));
    if (end.kind === 'wrong') setText('');
  }

  return (
    <form className={styles.form} noValidate data-testid="unlock" onSubmit={(event) => void submit(event)}>
      {way !== 'passkey' && (
        <SecretField
          way={way}
          label={words[way]}
          value={text}
          error={problem}
          onChange={setText}
          testId="unlock-secret"
        />
      )}
      {way === 'passkey' && problem !== null && (
        <Notice tone="alert" live="alert">
          {problem}
        </Notice>
      )}
      {wait !== null && (
        <Notice tone="waiting" live="status">
          {wait}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button type="submit" busy={busy} busyLabel={words.opening} aria-disabled={wait !== null}>
          {action}
        </Button>
        {children}
      </div>
    </form>
  );
}
