import { useState } from 'react';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { accountWords } from '#i18n/sets/account.ts';
import type { AccountDoor, AskedCode, CodeProof, NumberChanged } from '#services/menu-account.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { showToast } from '#ui/toast-store.ts';
import { CodeStep } from './code-step.tsx';
import { NumberStep } from './number-step.tsx';
import { sayRefusal } from './say-refusal.ts';

type Step =
  | { readonly kind: 'number' }
  | { readonly kind: 'new-code'; readonly asked: AskedCode }
  | { readonly kind: 'old-code'; readonly asked: AskedCode; readonly newNumber: CodeProof };

export interface ChangeNumberProps {
  readonly door: AccountDoor;
  /** The number that the account has now, E.164. */
  readonly phone: string | null;
  readonly onDone: () => void;
}

/** The new number, its code, and where the sign-in is not fresh any more also a code of the old one. */
export function ChangeNumber({ door, phone, onDone }: ChangeNumberProps) {
  const words = useMessages(accountWords);
  const [step, setStep] = useState<Step>({ kind: 'number' });

  function done(result: NumberChanged): string | null {
    if (result.kind === 'proof-needed') return words.change.oldLost;
    if (result.kind !== 'changed') return sayRefusal(words, result);
    showToast({ message: currentMessages(accountWords).change.done });
    onDone();
    return null;
  }

  async function enterNew(newNumber: CodeProof): Promise<string | null> {
    const result = await door.changeNumber(newNumber, null);
    if (result.kind !== 'proof-needed' || phone === null) return done(result);
    const answer = await door.askCode(phone, 'change-number');
    if (answer.kind !== 'sent') return sayRefusal(words, answer);
    setStep({ kind: 'old-code', asked: answer.asked, newNumber });
    return null;
  }

  const restart = () => setStep({ kind: 'number' });
  return (
    <>
      <p>{words.change.lead}</p>
      {step.kind === 'number' && (
        <NumberStep
          door={door}
          purpose="change-number"
          label={words.change.newNumber}
          autoFocus
          onAsked={(asked) => setStep({ kind: 'new-code', asked })}
        />
      )}
      {step.kind === 'new-code' && (
        <CodeStep
          key="new"
          door={door}
          asked={step.asked}
          purpose="change-number"
          onCode={(code) => enterNew({ asked: step.asked, code })}
          onAsked={(asked) => setStep({ ...step, asked })}
          onOtherNumber={restart}
        />
      )}
      {step.kind === 'old-code' && (
        <>
          <Notice tone="waiting" live="status">
            {words.change.oldNeeded}
          </Notice>
          <CodeStep
            key="old"
            door={door}
            asked={step.asked}
            purpose="change-number"
            onCode={async (code) => done(await door.changeNumber(step.newNumber, { asked: step.asked, code }))}
            onAsked={(asked) => setStep({ ...step, asked })}
            onOtherNumber={restart}
          />
          <p>{words.change.oldLost}</p>
        </>
      )}
      <Button variant="quiet" onClick={onDone}>
        {words.change.cancel}
      </Button>
    </>
  );
}
