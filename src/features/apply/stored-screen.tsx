import { CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { useLive, useMenu, useObservable } from '#services/menu-context.ts';
import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { GoneScreen } from './gone-screen.tsx';

/** After Kirim: what is true now and what happens next. Follows the entry in the phone's store, not the draft. */
export function StoredScreen({ applicationId }: { readonly applicationId: string }) {
  const { stored: words } = useMessages(applyWords);
  const menu = useMenu();
  const item = useLive(useMemo(() => menu.outbox.item(applicationId), [menu, applicationId]));
  const account = useLive(useMemo(() => menu.account.current(), [menu]));
  const online = useObservable(menu.device.online());
  if (item.state === 'ready' && item.value === null) return <GoneScreen />;
  const delivery = item.state === 'ready' ? item.value?.entry.delivery : undefined;
  const signedOut = account.state === 'ready' && account.value === null;
  const later = menu.outbox.sendsInBackground ? words.background : words.keepOpen;
  return (
    <Screen
      title={words.title}
      actions={
        <>
          {signedOut && delivery?.state !== 'delivered' ? (
            <ButtonLink href="/akun">{words.signInLink}</ButtonLink>
          ) : (
            <ButtonLink href="/permohonan">{words.follow}</ButtonLink>
          )}
          <ButtonLink href="/" variant="secondary">
            {words.home}
          </ButtonLink>
        </>
      }
    >
      {delivery === undefined ? (
        <Skeleton rows={2} />
      ) : (
        <p>
          <Badge tone="waiting" icon={<CircleCheck />}>
            <span data-testid="saved-badge">{words.badge}</span>
          </Badge>
        </p>
      )}
      {delivery?.state === 'delivered' && <p>{words.received(delivery.receipt.registrationNumber)}</p>}
      {delivery !== undefined && delivery.state !== 'delivered' && (
        <p>{signedOut ? words.signIn : online ? words.online : later}</p>
      )}
      {signedOut && <a href="/permohonan">{words.follow}</a>}
    </Screen>
  );
}
