import { type SubmitEvent, useId, useState } from 'react';
import type { LockWay } from '#domain/lock/lock-row.ts';
import { pinProblem } from '#domain/lock/pin.ts';
import { tidySecret } from '#domain/lock/wraps.ts';
import { useMessages } from '#i18n/messages.ts';
import { lockWords } from '#i18n/sets/lock.ts';
import type { LockChanged, LockMenu, LockSecret } from '#services/lock/menu-lock.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './lock.module.css';
import { SecretField } from './secret-field.tsx';
import { useUnlocking } from './use-unlocking.ts';

export interface NewSecretFormProps {
  readonly lock: Pick<LockMenu, 'suggestWords'>;
  readonly ways: readonly LockWay[];
  readonly action: string;
  /** What happens to somebody who forgets it. */
  readonly note: (way: LockWay) => string;
  readonly onSecret: (secret: LockSecret) => Promise<LockChanged>;
}

/** How to unlock from now on, with what each way is worth. */
export function NewSecretForm({ lock, ways, action, note, onSecret }: NewSecretFormProps) {
  const words = useMessages(lockWords);
  const { settings } = words;
  const group = useId();
  const [way, setWay] = useState<LockWay>(ways[0] ?? 'pin');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [suggested, setSuggested] = useState(() => lock.suggestWords());
  const [wrong, setWrong] = useState<{ readonly first: string | null; readonly second: string | null }>(fine);
  const { busy, problem, attempt } = useUnlocking(0);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const found = isPin(way) ? wrongPin(pin, again, settings) : wrongWords(way, suggested, again, settings);
    setWrong(found);
    if (found.first !== null || found.second !== null) return;
    const secret: LockSecret = way === 'passkey' ? { way } : { way, text: isPin(way) ? pin : suggested };
    await attempt(secret, () => onSecret(secret));
  }

  return (
    <form className={styles.form} noValidate data-testid="new-lock" onSubmit={(event) => void submit(event)}>
      <fieldset className={styles.choices} hidden={ways.length === 1}>
        <legend>{settings.choose}</legend>
        {ways.map((one) => (
          <label key={one} className={styles.choice}>
            <input
              type="radio"
              name={group}
              value={one}
              checked={one === way}
              onChange={() => {
                setWay(one);
                setAgain('');
                setWrong(fine);
              }}
            />
            <span>{words.ways[one]}</span>
          </label>
        ))}
      </fieldset>
      <p aria-live="polite">{words.wayTexts[way]}</p>
      {(way === 'pin' || way === 'office-pin') && (
        <>
          <SecretField
            way={way}
            label={settings.newPin}
            help={settings.pinHint}
            value={pin}
            error={wrong.first}
            onChange={setPin}
            testId="new-pin"
          />
          <SecretField
            way={way}
            label={settings.repeatPin}
            value={again}
            error={wrong.second}
            onChange={setAgain}
            testId="repeat-pin"
          />
        </>
      )}
      {way === 'passphrase' && (
        <>
          <Card>
            <p>{settings.wordsText}</p>
            <p className={styles.words} data-testid="suggested-words">
              {suggested}
            </p>
            <Button variant="quiet" onClick={() => setSuggested(lock.suggestWords())}>
              {settings.otherWords}
            </Button>
          </Card>
          <SecretField
            way="passphrase"
            label={settings.repeatWords}
            value={again}
            error={wrong.second}
            onChange={setAgain}
            testId="repeat-words"
          />
        </>
      )}
      <Notice>{note(way)}</Notice>
      {problem !== null && (
        <Notice tone="alert" live="alert">
          {problem}
        </Notice>
      )}
      <Button type="submit" busy={busy} busyLabel={settings.working}>
        {action}
      </Button>
    </form>
  );
}

const isPin = (way: LockWay): boolean => way === 'pin' || way === 'office-pin';
const fine = { first: null, second: null } as const;
type Words = Readonly<Record<'pinShort' | 'pinEasy' | 'pinDiffers' | 'wordsDiffer', string>>;

function wrongPin(pin: string, again: string, words: Words) {
  const found = pinProblem(pin);
  if (found !== null) return { first: found === 'too-short' ? words.pinShort : words.pinEasy, second: null };
  return { first: null, second: pin === again ? null : words.pinDiffers };
}

function wrongWords(way: LockWay, suggested: string, again: string, words: Words) {
  const same = way === 'passkey' || tidySecret(again) === suggested;
  return { first: null, second: same ? null : words.wordsDiffer };
}
