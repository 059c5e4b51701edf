import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import type { DeskTrouble } from '#domain/desk/desk-trouble.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { SignInAgain } from './desk-sign-in.tsx';

/** Why nothing came, and what can be done about it. */
export function DeskTroubleNotice(props: { readonly kind: DeskTrouble['kind']; readonly onAgain?: () => void }) {
  const { kind, onAgain } = props;
  const words = useMessages(deskWords);
  const again =
    onAgain === undefined || kind === 'gone' || kind === 'not-allowed' ? null : (
      <Button variant="secondary" onClick={onAgain}>
        {words.again}
      </Button>
    );
  return (
    <Notice
      tone={kind === 'offline' || kind === 'busy' ? 'waiting' : 'alert'}
      live="alert"
      actions={kind === 'signed-out' ? <SignInAgain /> : again}
    >
      <span data-testid={`desk-trouble-${kind}`}>{words.trouble[kind]}</span>
    </Notice>
  );
}
