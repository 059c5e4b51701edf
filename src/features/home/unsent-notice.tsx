import { Hourglass, TriangleAlert } from 'lucide-react';
import { homeWords } from '#i18n/sets/home.ts';
import { useMessages } from '#i18n/messages.ts';
import { useMenu, useObservable } from '#services/menu-context.ts';
import { useOutboxCounts } from '#services/outbox-list.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';

/** Nobody leaves this screen thinking that the office has what is still on the phone. */
export function UnsentNotice() {
  const { unsent, attention } = useMessages(homeWords);
  const menu = useMenu();
  const counts = useOutboxCounts();
  const status = useObservable(menu.outbox.status());
  if (counts === null || counts.unsent === 0) return null;
  const signInNeeded = status.kind === 'sign-in-needed';
  return (
    <>
      {counts.needsPerson > 0 && (
        <Notice
          tone="alert"
          icon={<TriangleAlert />}
          headingLevel={2}
          title={attention.title(counts.needsPerson)}
          actions={
            <ButtonLink href="/permohonan" variant="secondary">
              {attention.see}
            </ButtonLink>
          }
        >
          {attention.text}
        </Notice>
      )}
      {counts.waiting > 0 && (
        <Notice
          tone="waiting"
          icon={<Hourglass />}
          headingLevel={2}
          title={unsent.title(counts.waiting)}
          actions={
            signInNeeded ? (
              <ButtonLink href="/akun?kembali=/permohonan" variant="secondary">
                {unsent.enter}
              </ButtonLink>
            ) : (
              <ButtonLink href="/permohonan" variant="secondary">
                {unsent.see}
              </ButtonLink>
            )
          }
        >
          <p>{unsent.text}</p>
          {signInNeeded && <p>{unsent.signIn}</p>}
        </Notice>
      )}
    </>
  );
}
