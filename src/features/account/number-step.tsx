import { type SubmitEvent, useRef, useState } from 'react';
import { readPhone } from '#domain/identity/phone.ts';
import { useMessages } from '#i18n/messages.ts';
import { accountWords } from '#i18n/sets/account.ts';
import type { AccountDoor, AskedCode, CodePurpose } from '#services/menu-account.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './account.module.css';
import { sayRefusal } from './say-refusal.ts';
import { SignInField } from './sign-in-field.tsx';

export interface NumberStepProps {
  readonly door: AccountDoor;
  readonly purpose: CodePurpose;
  readonly label: string;
  /** Somebody came here by a button that is gone. */
  readonly autoFocus: boolean;
  readonly onAsked: (asked: AskedCode) => void;
}

/** To which number a code is to be sent. What was typed stays, whatever the office says. */
export function NumberStep({ door, purpose, label, autoFocus, onAsked }: NumberStepProps) {
  const words = useMessages(accountWords);
  const { signIn } = words;
  const [typed, setTyped] = useState('');
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const phone = readPhone(typed);
  const problem = typed.trim() === '' ? signIn.numberMissing : phone === null ? words.refused['not-a-number'] : null;

  async function ask(to: string) {
    setBusy(true);
    setRefusal(null);
    const answer = await door.askCode(to, purpose);
    setBusy(false);
    if (answer.kind === 'sent') onAsked(answer.asked);
    else setRefusal(sayRefusal(words, answer));
  }

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (busy) return;
    setChecked(true);
    if (phone === null) input.current?.focus();
    else void ask(phone);
  }

  return (
    <form className={styles.card} data-testid="number-form" noValidate onSubmit={submit}>
      <SignInField
        label={label}
        hint={signIn.numberHint}
        type="tel"
        autoComplete="tel"
        inputMode="tel"
        autoFocus={autoFocus}
        value={typed}
        onChange={setTyped}
        problem={checked ? problem : null}
        inputRef={input}
      />
      {refusal !== null && (
        <Notice tone="alert" live="alert">
          {refusal}
        </Notice>
      )}
      <Button type="submit" wide busy={busy} busyLabel={signIn.sendingCode}>
        {signIn.sendCode}
      </Button>
    </form>
  );
}
