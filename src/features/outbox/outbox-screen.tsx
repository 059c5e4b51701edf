import { ChevronRight, Inbox, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { officeStatusWords } from '#i18n/sets/office-status.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import type { OutboxItem } from '#services/menu.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { useOutboxCounts, useOutboxPages, useUnread } from '#services/outbox-list.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useFocusOnNewRow } from '#ui/use-focus-on-new-row.ts';
import { officeNews } from '#services/office-news.ts';
import styles from './outbox.module.css';
import { StateBadge } from './state-badge.tsx';
import { TakeIn } from './take-in.tsx';
import { statusWords } from './status-words.ts';
import { UnsentActions } from './unsent-actions.tsx';
import { useEntryState } from './use-entry-state.ts';

/** Rare, and without it the list is whole. */
const ClaimCards = lazyPart(
  async () => (await import('./claim-cards.tsx')).ClaimCards,
  () => null,
);

/** Of a field officer only. */
const DayLink = lazyPart(
  async () => (await import('./day-link.tsx')).DayLink,
  () => null,
);

/** Everything this person has sent off, whether or not the office has it yet. */
export function OutboxScreen() {
  const words = useMessages(outboxWords);
  const troubles = useMessages(troubleWords);
  const { list, showMore } = useOutboxPages('all');
  return (
    <Screen title={words.title} testId="outbox">
      {list.state === 'loading' && <Skeleton rows={5} />}
      {list.state === 'failed' && (
        <Notice tone="alert" title={words.failedTitle}>
          {troubles[list.reason]}
        </Notice>
      )}
      <ClaimCards />
      <DayLink />
      {list.state === 'ready' && <Applications items={list.value} showMore={showMore} />}
      <OthersWaiting />
      <TakeIn
        more={
          <ButtonLink variant="quiet" href="/antar">
            {words.takeIn.carried}
          </ButtonLink>
        }
      />
    </Screen>
  );
}

function Applications(props: { readonly items: readonly OutboxItem[]; readonly showMore: () => void }) {
  const { items, showMore } = props;
  const words = useMessages(outboxWords);
  const counts = useOutboxCounts();
  const { list, asked } = useFocusOnNewRow(items.length);

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
  const all = counts === null ? items.length : counts.unsent + counts.delivered;
  return (
    <>
      {counts !== null && counts.waiting > 0 && <Unsent count={counts.waiting} />}
      <div ref={list}>
        <List label={words.title}>
          {items.map((item) => (
            <ApplicationRow key={item.entry.applicationId} item={item} />
          ))}
        </List>
      </div>
      {items.length < all && (
        <>
          <p data-testid="outbox-shown">{words.shown(items.length, all)}</p>
          <Button
            variant="secondary"
            wide
            onClick={() => {
              asked();
              showMore();
            }}
            data-testid="show-more"
          >
            {words.more}
          </Button>
        </>
      )}
    </>
  );
}

/** All that waits, and what can be done about it at once; those put aside are only counted. */
function Unsent({ count }: { readonly count: number }) {
  const words = useMessages(outboxWords);
  const formats = useFormats();
  const menu = useMenu();
  const waiting = useLive(useMemo(() => menu.outbox.waiting(), [menu]));
  if (waiting.state !== 'ready') return null;
  const { items, isAll } = waiting.value;
  const active = items.filter(({ entry }) => entry.pausedAtMs === undefined);
  if (active.length === 0 && isAll) return null;
  const size = (bytes: number): string => (isAll ? formats.bytes(bytes) : words.atLeast(formats.bytes(bytes)));
  const leftBytes = items.reduce((sum, item) => sum + item.leftBytes, 0);
  return (
    <UnsentActions items={active} size={size} title={`${words.unsent.count(count)} · ${words.left(size(leftBytes))}`} />
  );
}

function ApplicationRow({ item }: { readonly item: OutboxItem }) {
  const words = useMessages(outboxWords);
  const statuses = useMessages(officeStatusWords);
  const formats = useFormats();
  const text = useLocalText();
  const state = useEntryState(item);
  const { delivery, applicationId, serviceName, createdAtMs, documents, about } = item.entry;
  // Of a change the application's own row has the news.
  const news = about === undefined ? officeNews(item) : null;
  const now = news === null ? state.detail : statusWords(statuses, news.status).label;
  // What somebody has to do something about must not look like all the rest.
  const isCall = news?.status === 'returned' || news?.status === 'rejected';
  const reason = delivery.state === 'needs-person' ? officeDetailOf(delivery.problem) : (news?.reason ?? null);
  const isUnread = useUnread().includes(applicationId);
  const title = about === undefined ? text(serviceName) : words.changeOf[about.kind](text(serviceName));
  const made = words.sentOn(formats.dateTime(createdAtMs));
  return (
    <ListRow
      testId="outbox-item"
      href={`/permohonan/${applicationId}`}
      title={isUnread ? <Unread title={title} /> : title}
      description={
        <>
          <StateBadge state={state} />
          {isCall && (
            <span className={styles.now}>
              <Badge tone="alert" icon={<TriangleAlert />}>
                {now}
              </Badge>
            </span>
          )}
          <span className={styles.now}>
            {[isCall ? null : now, reason, state.left].filter((part) => part !== null).join(' · ')}
          </span>
        </>
      }
      meta={documents.length === 0 ? made : `${made} · ${words.papers.count(documents.length)}`}
      trailing={<ChevronRight />}
    />
  );
}

function Unread({ title }: { readonly title: string }) {
  const words = useMessages(outboxWords);
  return (
    <span className={styles.unread} data-testid="unread">
      {title}
      <VisuallyHidden>, {words.unread}</VisuallyHidden>
    </span>
  );
}

function officeDetailOf(problem: { readonly kind: string; readonly detail?: string | null }): string | null {
  return problem.detail ?? null;
}

function OthersWaiting() {
  const words = useMessages(outboxWords);
  const menu = useMenu();
  const others = useLive(useMemo(() => menu.outbox.othersWaiting(), [menu]));
  if (others.state !== 'ready' || others.value === 0) return null;
  return <Notice>{words.unsent.others(others.value)}</Notice>;
}
