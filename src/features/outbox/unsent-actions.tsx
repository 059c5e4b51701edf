import { Hourglass } from 'lucide-react';
import { useMessages } from '#i18n/messages.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { useMenu, useObservable } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';

/** What is still on the phone, what becomes of it by itself, and what the person can do. */
export function UnsentActions({ waiting }: { readonly waiting: number }) {
  const words = useMessages(outboxWords).unsent;
  const { outbox } = useMenu();
  const engine = useObservable(outbox.status());
  const signInNeeded = engine.kind === 'sign-in-needed';
  return (
    <Notice
      tone="waiting"
      icon={<Hourglass />}
      headingLevel={2}
      title={words.count(waiting)}
      actions={
        signInNeeded ? (
          <ButtonLink href="/akun?kembali=/permohonan">{words.enter}</ButtonLink>
        ) : (
          <Button
            variant="secondary"
            data-testid="upload-now"
            busy={engine.kind === 'sending'}
            onClick={() => outbox.sendNow()}
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
