import { Hourglass } from 'lucide-react';
import { useState } from 'react';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { deliveryProblemWords } from '#i18n/sets/delivery-problem.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { useMenu, useObservable } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { showToast } from '#ui/toast-store.ts';
import { sendNow, sendNowAnswer } from './send-now.ts';

/** What becomes of what is still on the phone, and what the person can do. A single one says itself what it is. */
export function UnsentActions({ title }: { readonly title?: string }) {
  const { unsent: words, sending } = useMessages(outboxWords);
  const { outbox } = useMenu();
  const engine = useObservable(outbox.status());
  const [asked, setAsked] = useState(false);
  const signInNeeded = engine.kind === 'sign-in-needed';

  async function ask(): Promise<void> {
    setAsked(true);
    const last = await sendNow(outbox);
    setAsked(false);
    const answer = sendNowAnswer(last, currentMessages(outboxWords), currentMessages(deliveryProblemWords));
    if (answer !== null) showToast({ message: answer });
  }

  return (
    <Notice
      tone="waiting"
      icon={<Hourglass />}
      {...(title === undefined ? {} : { title, headingLevel: 2 as const })}
      actions={
        signInNeeded ? (
          <ButtonLink href="/akun?kembali=/permohonan">{words.enter}</ButtonLink>
        ) : (
          <Button
            variant="secondary"
            data-testid="upload-now"
            busy={asked || engine.kind === 'sending'}
            busyLabel={sending}
            onClick={() => void ask()}
          >
            {words.sendNow}
          </Button>
        )
      }
    >
      {signInNeeded ? words.signIn : outbox.sendsInBackground ? words.background : words.keepOpen}
    </Notice>
  );
}
