import { type FormEvent, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useMessages } from '#i18n/messages.ts';
import { accountWords } from '#i18n/sets/account.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './sign-in-form.module.css';

/** Only places of this app: an address in a link must not lead anywhere else. */
const returnPlaces = ['/permohonan', '/'];

export function SignInForm({ soon }: { readonly soon: (ms: number) => string }) {
  const words = useMessages(accountWords);
  const menu = useMenu();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [login, setLogin] = useState('');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function enter(): Promise<void> {
    setBusy(true);
    setProblem(null);
    const result = await menu.account.signIn(login.trim(), code.replaceAll(/\s/g, ''));
    setBusy(false);
    if (result.kind === 'wrong') setProblem(words.wrong);
    if (result.kind === 'no-connection') setProblem(words.noConnection);
    if (result.kind === 'busy') setProblem(words.busy(soon(Date.now() + result.retryAfterMs)));
    const place = returnPlaces.find((one) => one === search.get('kembali'));
    if (result.kind === 'signed-in' && place !== undefined) await navigate(place);
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!busy && login.trim() !== '' && code.trim() !== '') void enter();
  }

  return (
    <form data-testid="sign-in-form" className={styles.form} onSubmit={submit} noValidate>
      {problem !== null && (
        <Notice tone="alert" live="alert">
          {problem}
        </Notice>
      )}
      <TextField
        id="sign-in-login"
        label={words.login}
        help={words.loginHint}
        value={login}
        onChange={setLogin}
        type="tel"
        autoComplete="tel"
        inputMode="tel"
      />
      <TextField
        id="sign-in-code"
        label={words.code}
        help={words.codeHint}
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        inputMode="numeric"
      />
      <Button type="submit" wide busy={busy}>
        {words.enter}
      </Button>
    </form>
  );
}
