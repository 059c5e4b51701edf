import { type SubmitEvent, useRef, useState } from 'react';
import { showPhone } from '#domain/identity/phone.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { accountWords } from '#i18n/sets/account.ts';
import type { AccountDoor, AskedCode, CodePurpose } from '#services/menu-account.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { showToast } from '#ui/toast-store.ts';
import styles from './account.module.css';
import { sayRefusal } from './say-refusal.ts';
import { SignInField } from './sign-in-field.tsx';
import { useSecondsUntil } from '#ui/use-seconds-until.ts';
import { useWebOtp } from './use-web-otp.ts';

const digits = 6;

export interface CodeStepProps {
  readonly door: AccountDoor;
  readonly asked: AskedCode;
  readonly purpose: CodePurpose;
  /** Resolves with what to tell; null when it is done and this is left. */
  readonly onCode: (code: string) => Promise<string | null>;
  readonly onAsked: (asked: AskedCode) => void;
  readonly onOtherNumber: () => void;
}

/** The code that has just arrived. The sixth digit is enough: nobody has to look for a button. */
export function CodeStep({ door, asked, purpose, onCode, onAsked, onOtherNumber }: CodeStepProps) {
  const words = useMessages(accountWords);
  const { signIn } = words;
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);

  async function enter(typed: string) {
    setBusy(true);
    setProblem(null);
    const refusal = await onCode(typed);
    if (refusal === null) return;
    setBusy(false);
    setProblem(refusal);
    input.current?.select();
  }

  function change(typed: string) {
    // A pasted "123 456" is the same code.
    const next = typed.replaceAll(/\D/gu, '').slice(0, digits);
    setCode(next);
    if (next.length === digits && next !== code && !busy) void enter(next);
  }
  useWebOtp(change);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (busy) return;
    if (code.length === digits) void enter(code);
    else {
      setProblem(signIn.codeMissing);
      input.current?.focus();
    }
  }

  return (
    <form className={styles.card} data-testid="code-form" noValidate onSubmit={submit}>
      <p>{signIn.codeSent(showPhone(asked.phone))}</p>
      <SignInField
        label={signIn.code}
        hint={signIn.codeHint}
        type="text"
        autoComplete="one-time-code"
        inputMode="numeric"
        autoFocus
        spaced
        value={code}
        onChange={change}
        problem={null}
        inputRef={input}
      />
      {problem !== null && (
        <Notice tone="alert" live="alert">
          {problem}
        </Notice>
      )}
      <Button type="submit" wide busy={busy} busyLabel={signIn.busy}>
        {signIn.submit[purpose]}
      </Button>
      <Resend
        door={door}
        asked={asked}
        purpose={purpose}
        onAsked={(again) => {
          // The button that was pressed is gone for a minute.
          input.current?.focus();
          onAsked(again);
        }}
        onProblem={setProblem}
      />
      <Button variant="quiet" onClick={onOtherNumber} data-testid="other-number">
        {signIn.otherNumber}
      </Button>
    </form>
  );
}

function Resend(
  props: Pick<CodeStepProps, 'door' | 'asked' | 'purpose' | 'onAsked'> & {
    readonly onProblem: (problem: string | null) => void;
  },
) {
  const { door, asked, purpose, onAsked, onProblem } = props;
  const words = useMessages(accountWords);
  const [busy, setBusy] = useState(false);
  const seconds = useSecondsUntil(asked.resendAtMs);

  async function resend() {
    setBusy(true);
    onProblem(null);
    const answer = await door.askCode(asked.phone, purpose);
    setBusy(false);
    if (answer.kind !== 'sent') {
      onProblem(sayRefusal(words, answer));
      return;
    }
    onAsked(answer.asked);
    showToast({ message: currentMessages(accountWords).signIn.resent });
  }

  if (seconds > 0) return <p className={styles.hint}>{words.signIn.resendIn(seconds)}</p>;
  return (
    <Button variant="secondary" wide busy={busy} busyLabel={words.signIn.sendingCode} onClick={() => void resend()}>
      {words.signIn.resend}
    </Button>
  );
}
