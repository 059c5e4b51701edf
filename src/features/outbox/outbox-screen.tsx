import { ChevronRight, Inbox } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { officeStatusWords } from '#i18n/sets/office-status.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import type { OutboxItem } from '#services/menu.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { countOutbox, useOutboxList } from '#services/outbox-list.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { StateBadge } from './state-badge.tsx';
import { statusWords } from './status-words.ts';
import { UnsentActions } from './unsent-actions.tsx';
import { useEntryState } from './use-entry-state.ts';

const pageSize = 20;

/** Everything this person has sent off, whether or not the office has it yet. */
export function OutboxScreen() {
  const words = useMessages(outboxWords);
  const troubles = useMessages(troubleWords);
  const list = useOutboxList();
  return (
    <Screen title={words.title} testId="outbox">
      {list.state === 'loading' && <Skeleton rows={5} />}
      {list.state === 'failed' && (
        <Notice tone="alert" title={words.failedTitle}>
          {troubles[list.reason]}
        </Notice>
      )}
      {list.state === 'ready' && <Applications items={list.value} />}
      <OthersWaiting />
    </Screen>
  );
}

function Applications({ items }: { readonly items: readonly OutboxItem[] }) {
  const words = useMessages(outboxWords);
  const [shown, setShown] = useState(pageSize);
  const visible = items.slice(0, shown);

  useEffect(() => {
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('outbox:list:ready')));
  }, []);

  if (items.length === 0) {
    return (
      <EmptyState
        icon={<Inbox />}
        title={words.empty.title}
        actions={<ButtonLink href="/">{words.empty.action}</ButtonLink>}
      >
        {words.empty.text}
      </EmptyState>
    );
  }
  const { waiting } = countOutbox(items);
  return (
    <>
      {waiting > 0 && <UnsentActions waiting={waiting} />}
      <List label={words.title}>
        {visible.map((item) => (
          <ApplicationRow key={item.entry.applicationId} item={item} />
        ))}
      </List>
      <p data-testid="outbox-count" data-count={items.length}>
        {words.shown(visible.length, items.length)}
      </p>
      {visible.length < items.length && (
        <Button variant="secondary" wide onClick={() => setShown(shown + pageSize)}>
          {words.more}
        </Button>
      )}
    </>
  );
}

function ApplicationRow({ item }: { readonly item: OutboxItem }) {
  const words = useMessages(outboxWords);
  const statuses = useMessages(officeStatusWords);
  const formats = useFormats();
  const text = useLocalText();
  const state = useEntryState(item);
  const { delivery, applicationId, serviceName, createdAtMs } = item.entry;
  const officeDetail = officeDetailOf(delivery.state === 'needs-person' ? delivery.problem : null);
  const reason = officeDetail ?? item.tracked?.reason ?? null;
  return (
    <ListRow
      testId="outbox-item"
      href={`/permohonan/${applicationId}`}
      title={text(serviceName)}
      description={
        <>
          <StateBadge state={state} />
          {state.detail !== null && <span> {state.detail}</span>}
          {delivery.state === 'delivered' && (
            <span> {statusWords(statuses, item.tracked?.status ?? delivery.receipt.status).label}</span>
          )}
          {reason !== null && <span> · {reason}</span>}
        </>
      }
      meta={words.sentOn(formats.date(createdAtMs))}
      trailing={<ChevronRight />}
    />
  );
}

function officeDetailOf(problem: { readonly kind: string; readonly detail?: string | null } | null): string | null {
  return problem?.detail ?? null;
}

function OthersWaiting() {
  const words = useMessages(outboxWords);
  const menu = useMenu();
  const others = useLive(useMemo(() => menu.outbox.othersWaiting(), [menu]));
  if (others.state !== 'ready' || others.value === 0) return null;
  return <Notice>{words.unsent.others(others.value)}</Notice>;
}
