import { type SubmitEvent, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useMessages } from '#i18n/messages.ts';
import { accountWords } from '#i18n/sets/account.ts';
import type { SignInResult } from '#services/menu.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { showToast } from '#ui/toast-store.ts';
import styles from './account.module.css';
import { OnTheWay } from './on-the-way.tsx';
import { returnPath } from './return-path.ts';
import { SignInField } from './sign-in-field.tsx';

type Refusal = Exclude<SignInResult, { readonly kind: 'signed-in' }>;

/** Needed for sending only. What was typed stays, whatever the office says. */
export function SignInForm() {
  const allWords = useMessages(accountWords);
  const { signIn: words } = allWords;
  const { account } = useMenu();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [login, setLogin] = useState('');
  const [code, setCode] = useState('');
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const loginInput = useRef<HTMLInputElement>(null);
  const codeInput = useRef<HTMLInputElement>(null);

  const loginProblem = login.trim() === '' ? words.loginMissing : null;
  const codeProblem = code.length === 6 ? null : words.codeMissing;

  async function enter() {
    setBusy(true);
    setRefusal(null);
    const result = await account.signIn(login.trim(), code);
    setBusy(false);
    if (result.kind !== 'signed-in') {
      setRefusal(result);
      return;
    }
    showToast({ message: words.done });
    const back = returnPath(new URLSearchParams(search).get('kembali'));
    if (back !== null) await navigate(back, { replace: true });
  }

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (busy) return;
    setChecked(true);
    if (loginProblem !== null) loginInput.current?.focus();
    else if (codeProblem !== null) codeInput.current?.focus();
    else void enter();
  }

  return (
    <>
      <OnTheWay title={words.waiting} text={words.waitingText} />
      <Card>
        <form className={styles.card} data-testid="sign-in-form" noValidate onSubmit={submit}>
          <p>{words.lead}</p>
          <SignInField
            label={words.login}
            type="tel"
            autoComplete="tel"
            inputMode="tel"
            value={login}
            onChange={setLogin}
            problem={checked ? loginProblem : null}
            inputRef={loginInput}
          />
          <SignInField
            label={words.code}
            hint={words.codeHint}
            type="text"
            autoComplete="one-time-code"
            inputMode="numeric"
            value={code}
            // A pasted "123 456" is the same code.
            onChange={(typed) => setCode(typed.replaceAll(/\D/gu, '').slice(0, 6))}
            problem={checked ? codeProblem : null}
            inputRef={codeInput}
          />
          {refusal !== null && (
            <Notice tone="alert" live="alert">
              {refusalWords(allWords, refusal)}
            </Notice>
          )}
          <Button type="submit" wide busy={busy} busyLabel={words.busy}>
            {words.submit}
          </Button>
        </form>
      </Card>
    </>
  );
}

function refusalWords({ signIn: words, trouble }: (typeof accountWords)['indonesian'], refusal: Refusal): string {
  switch (refusal.kind) {
    case 'wrong':
      return words.wrong;
    case 'no-connection':
      return words.noConnection;
    case 'busy':
      return words.tooBusy(Math.max(1, Math.ceil(refusal.retryAfterMs / 60_000)));
    case 'in-use':
    case 'not-stored':
      return trouble[refusal.kind];
  }
}
