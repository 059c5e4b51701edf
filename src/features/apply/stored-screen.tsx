import { CircleCheck, Hourglass, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { Delivery } from '#domain/application/outbox-entry.ts';
import { useMessages } from '#i18n/messages.ts';
import { applyWords } from '#i18n/sets/apply.ts';
import { useLive, useMenu, useObservable } from '#services/menu-context.ts';
import { useKeeping } from '#services/use-keeping.ts';
import { Badge } from '#ui/badge.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Unbroken } from '#ui/unbroken.tsx';
import styles from './apply.module.css';
import { GoneScreen } from './gone-screen.tsx';

/** After Kirim: what is true now and what happens next. Follows the entry in the phone's store, not the draft. */
export function StoredScreen({ applicationId }: { readonly applicationId: string }) {
  const { stored: words } = useMessages(applyWords);
  const menu = useMenu();
  const item = useLive(useMemo(() => menu.outbox.item(applicationId), [menu, applicationId]));
  const signInNeeded = useSignInNeeded();
  if (item.state === 'ready' && item.value === null) return <GoneScreen />;
  const entry = item.state === 'ready' ? item.value?.entry : undefined;
  const delivery = entry?.delivery;
  const asksToSignIn = signInNeeded && delivery?.state === 'waiting';
  const follow = delivery?.state === 'needs-person' ? `/permohonan/${applicationId}` : '/permohonan';
  return (
    <Screen
      title={delivery?.state === 'delivered' ? words.receivedTitle : words.title}
      actions={
        <>
          {asksToSignIn ? (
            <ButtonLink href="/akun?kembali=/permohonan">{words.signInLink}</ButtonLink>
          ) : (
            <ButtonLink href={follow}>{words.follow}</ButtonLink>
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
        <div className={styles.stored} aria-live="polite">
          <StateOf delivery={delivery} isRepair={entry?.about !== undefined} signInNeeded={signInNeeded} />
        </div>
      )}
      {asksToSignIn && (
        <div className={styles.flush}>
          <ButtonLink href={follow} variant="quiet">
            {words.follow}
          </ButtonLink>
        </div>
      )}
    </Screen>
  );
}

/** The office wants to know who this is: nobody has signed in on this phone, or the session has ended. */
function useSignInNeeded(): boolean {
  const menu = useMenu();
  const account = useLive(useMemo(() => menu.account.current(), [menu]));
  const engine = useObservable(menu.outbox.status());
  return engine.kind === 'sign-in-needed' || (account.state === 'ready' && account.value === null);
}

function StateOf(props: {
  readonly delivery: Delivery;
  /** Of an application that the office has already. */
  readonly isRepair: boolean;
  readonly signInNeeded: boolean;
}) {
  const { delivery, isRepair, signInNeeded } = props;
  const { stored: words } = useMessages(applyWords);
  const { outbox, device } = useMenu();
  const online = useObservable(device.online());
  const keeping = useKeeping();
  if (delivery.state === 'delivered') {
    const number = delivery.receipt.registrationNumber;
    return (
      <>
        <p data-testid="received-badge">
          <Badge tone="success" icon={<CircleCheck />}>
            <Unbroken text={(isRepair ? words.repairReceived : words.received)(number)} part={number} />
          </Badge>
        </p>
        <p>{words.receivedText}</p>
        <div>
          <CopyButton text={number} label={words.copy} copied={words.copied} notCopied={words.notCopied} />
        </div>
      </>
    );
  }
  const saved = (
    <p data-testid="saved-badge">
      <Badge tone="waiting" icon={<Hourglass />}>
        {keeping === 'until-closed' ? words.untilClosed : words.badge}
      </Badge>
    </p>
  );
  if (delivery.state === 'needs-person') {
    return (
      <>
        {saved}
        <p>
          <Badge tone="alert" icon={<TriangleAlert />}>
            {words.attention}
          </Badge>
        </p>
        <p>{words.attentionText}</p>
      </>
    );
  }
  const later = outbox.sendsInBackground ? words.background : words.keepOpen;
  return (
    <>
      {saved}
      <p>{signInNeeded ? words.signIn : online ? words.online : later}</p>
      {keeping === 'may-be-cleared' && <p>{words.mayBeCleared}</p>}
    </>
  );
}
