import { useMemo } from 'react';
import { useFormats } from '#i18n/format.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { courierWords } from '#i18n/sets/courier.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import type { CarriedItem, CourierMenu } from '#services/courier-menu.ts';
import { useLive } from '#services/menu-context.ts';
import { useCourier } from '#services/use-courier.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { RemoveButton } from '#ui/remove-button.tsx';
import { Screen } from '#ui/screen.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { showToast } from '#ui/toast-store.ts';
import { ScanCodes } from './scan-codes.tsx';
import { TakeIn } from './take-in.tsx';

/** /antar: what this phone carries for others, unread. */
export function CarryScreen() {
  const { carry: words } = useMessages(courierWords);
  const courier = useCourier();
  return (
    <Screen testId="carry" title={words.title} lead={words.lead} back="/permohonan">
      {courier === undefined && <Skeleton rows={2} />}
      {courier === null && <Notice tone="alert">{words.notLoaded}</Notice>}
      {courier && <Carried courier={courier} />}
      <TakeIn more={courier && <ScanCodes courier={courier} />} />
    </Screen>
  );
}

function Carried({ courier }: { readonly courier: CourierMenu }) {
  const { carry: words } = useMessages(courierWords);
  const trouble = useMessages(troubleWords);
  const items = useLive(useMemo(() => courier.carried(), [courier]));
  if (items.state === 'loading') return <Skeleton rows={2} />;
  if (items.state === 'failed') return <Notice tone="alert">{trouble[items.reason]}</Notice>;
  if (items.value.length === 0) return <p>{words.empty}</p>;
  return (
    <Section title={words.list}>
      {items.value.map((item) => (
        <Item key={item.applicationId} item={item} courier={courier} />
      ))}
    </Section>
  );
}

const tones = { waiting: 'waiting', delivered: 'success', stopped: 'alert' } as const;

function Item({ item, courier }: { readonly item: CarriedItem; readonly courier: CourierMenu }) {
  const { carry: words } = useMessages(courierWords);
  const formats = useFormats();
  const { code, papers, state, totalBytes, registrationNumber } = item;

  async function forget(): Promise<void> {
    const { forgotten, notForgotten } = currentMessages(courierWords).carry;
    const isGone = await courier.forget(item.applicationId);
    showToast(isGone ? { message: forgotten } : { message: notForgotten, tone: 'alert' });
  }

  return (
    <Card>
      <article data-testid="carried" data-state={state}>
        <p>
          <strong>{words.item(code)}</strong>
        </p>
        <p>
          {words.papers(papers)} · {formats.bytes(totalBytes)}
        </p>
        <p aria-live="polite">
          <Badge tone={tones[state]}>{words.state[state]}</Badge>
        </p>
        {registrationNumber !== null && <p>{words.number(registrationNumber)}</p>}
        {state === 'waiting' ? (
          <RemoveButton
            label={words.remove(code)}
            words={words}
            testId="carried-remove"
            onRemove={() => void forget()}
          />
        ) : (
          <Button variant="quiet" onClick={() => void forget()}>
            {words.forget}
          </Button>
        )}
      </article>
    </Card>
  );
}
