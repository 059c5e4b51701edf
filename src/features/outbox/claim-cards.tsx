import { UserCheck } from 'lucide-react';
import { useMemo, useState, type SubmitEvent } from 'react';
import type { ClaimOffer } from '#domain/application/claim-offer.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { claimWords } from '#i18n/sets/claim.ts';
import type { ClaimsMenu, ClaimResult } from '#services/claims-menu.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { useClaims } from '#services/use-claims.ts';
import { Button } from '#ui/button.tsx';
import { Facts } from '#ui/facts.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { showToast } from '#ui/toast-store.ts';
import { OfficeName } from './office-name.tsx';

type Refused = Exclude<ClaimResult['kind'], 'claimed'>;

/** "Is this yours?" of everything that an officer put in for who is signed in. */
export function ClaimCards() {
  const menu = useMenu();
  const account = useLive(useMemo(() => menu.account.current(), [menu]));
  const claims = useClaims(account.state === 'ready' ? (account.value?.accountId ?? null) : null);
  if (claims === null) return null;
  return claims.offers.map((offer) => (
    <ClaimCard
      key={offer.applicationId}
      offer={offer}
      menu={claims.menu}
      onDone={() => claims.drop(offer.applicationId)}
    />
  ));
}

function ClaimCard(props: { readonly offer: ClaimOffer; readonly menu: ClaimsMenu; readonly onDone: () => void }) {
  const { offer, menu, onDone } = props;
  const words = useMessages(claimWords);
  const [asking, setAsking] = useState(false);
  return (
    <div data-testid="claim-card">
      <Notice
        tone="info"
        icon={<UserCheck />}
        headingLevel={2}
        title={words.title}
        actions={
          !asking && (
            <>
              <Button onClick={() => setAsking(true)} data-testid="claim-yes">
                {words.yes}
              </Button>
              <Button variant="quiet" onClick={onDone}>
                {words.later}
              </Button>
            </>
          )
        }
      >
        <p>{words.text}</p>
        <OfferFacts offer={offer} />
        {asking && <DigitsForm offer={offer} menu={menu} onDone={onDone} />}
      </Notice>
    </div>
  );
}

function OfferFacts({ offer }: { readonly offer: ClaimOffer }) {
  const words = useMessages(claimWords);
  const formats = useFormats();
  const text = useLocalText();
  const { catalogue } = useMenu();
  const service = useLive(useMemo(() => catalogue.service(offer.serviceId), [catalogue, offer.serviceId]));
  const name = service.state === 'ready' && service.value !== null ? text(service.value.name) : offer.serviceId;
  return (
    <>
      <p>
        <strong>{name}</strong>
      </p>
      <Facts
        facts={[
          [words.number, offer.registrationNumber],
          [words.received, formats.date(offer.receivedAtMs)],
          ...(offer.office === null
            ? []
            : [[words.office, <OfficeName key="office" office={offer.office} />] as const]),
        ]}
      />
    </>
  );
}

function DigitsForm(props: { readonly offer: ClaimOffer; readonly menu: ClaimsMenu; readonly onDone: () => void }) {
  const { offer, menu, onDone } = props;
  const words = useMessages(claimWords);
  const [digits, setDigits] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | 'missing' | null>(null);

  async function confirm(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const typed = digits.replaceAll(/\s/gu, '');
    if (!/^\d{4}$/u.test(typed)) return setRefused('missing');
    setBusy(true);
    const result = await menu.claim(offer, typed);
    setBusy(false);
    if (result.kind !== 'claimed') return setRefused(result.kind);
    showToast({ message: currentMessages(claimWords).done });
    onDone();
  }

  const error = refused === 'missing' ? words.digitsMissing : refused === null ? undefined : words.refused[refused];
  return (
    <form onSubmit={(event) => void confirm(event)} noValidate>
      <TextField
        id={`digits-${offer.applicationId}`}
        testId="claim-digits"
        label={words.digits}
        help={words.digitsHint}
        inputMode="numeric"
        value={digits}
        onChange={setDigits}
        {...(error === undefined ? {} : { error })}
      />
      <Button type="submit" busy={busy} data-testid="claim-confirm">
        {words.confirm}
      </Button>
    </form>
  );
}
