import { Inbox, RefreshCw, SearchX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import type { QueueFilter } from '#domain/desk/queue-line.ts';
import { isRecord } from '#lib/is-record.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useTabTitle } from './desk-frame.tsx';
import { DeskTroubleNotice } from './desk-trouble.tsx';
import { isNarrowed, queueSearch, readQueueAddress } from './queue-address.ts';
import { QueueControls, QueueTabs } from './queue-controls.tsx';
import { QueueTable } from './queue-table.tsx';
import { type Queue, useQueue } from './use-queue.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { noteList } from './work.ts';

/** Everything that waits at this official's offices. What is chosen stands in the address, so back and reload keep it. */
export function QueueScreen({ desk, accountId }: { readonly desk: DeskMenu; readonly accountId: string }) {
  const words = useMessages(deskWords);
  const navigate = useNavigate();
  const place = useLocation();
  const looked = searchIn(place.state);
  const filter: QueueFilter = { ...readQueueAddress(place.search), ...(looked === null ? {} : { search: looked }) };
  const queue = useQueue(desk, accountId, filter);
  const searchBox = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useTabTitle(words.nav.queue);
  useShortcuts({ search: () => searchBox.current?.focus(), refresh: queue.refresh });
  const address = `/meja${queueSearch(filter)}`;
  useEffect(() => {
    const before = noteList({ address, search: looked });
    if (looked === null && before !== null) void navigate(address, { replace: true, state: { search: before } });
  }, [address, looked, navigate]);
  useEffect(() => {
    // Who comes back from an application gets the focus on its row (queue-table.tsx).
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);

  function choose(change: { readonly [Name in keyof QueueFilter]?: QueueFilter[Name] | undefined }): void {
    const entries = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined);
    const next: QueueFilter = Object.fromEntries(entries);
    // A word that grows letter by letter is one step back.
    void navigate(`/meja${queueSearch(next)}`, { replace: 'search' in change, state: { search: next.search } });
  }

  return (
    <div className="desk-queue" data-testid="desk-queue">
      <div className="desk-head">
        <h1 ref={heading} tabIndex={-1}>
          {words.nav.queue}
        </h1>
        <Totals queue={queue} />
        <Button
          variant="quiet"
          icon={<RefreshCw />}
          onClick={queue.refresh}
          busy={queue.isBusy && queue.list !== null}
          className="desk-refresh"
        >
          {words.queue.refresh}
        </Button>
      </div>
      <QueueTabs filter={filter} counts={queue.counts} choose={choose} />
      <QueueControls desk={desk} filter={filter} choose={choose} searchBox={searchBox} />
      <Notes queue={queue} />
      <Rows queue={queue} filter={filter} />
    </div>
  );
}

function Totals({ queue: { counts } }: { readonly queue: Queue }) {
  const { queue: words } = useMessages(deskWords);
  const formats = useFormats();
  if (counts === null) return null;
  return (
    <p className="desk-totals">
      <a href="/meja?janji=late" className={counts.late > 0 ? 'desk-late' : undefined}>
        {words.lateCount(formats.number(counts.late))}
      </a>
      <a href="/meja?janji=today">{words.todayCount(formats.number(counts.dueToday))}</a>
      <a href="/meja?petugas=me">{words.mineCount(formats.number(counts.mine))}</a>
    </p>
  );
}

/** What is looked for, as the browser keeps it for this step back. */
function searchIn(state: unknown): string | null {
  return isRecord(state) && typeof state['search'] === 'string' ? state['search'].slice(0, 100) : null;
}

/** What is not as it should be, over a list that stays. */
function Notes({ queue }: { readonly queue: Queue }) {
  const { queue: words, old } = useMessages(deskWords);
  const formats = useFormats();
  return (
    <div aria-live="polite" className="desk-notes">
      {queue.oldSinceMs !== null && <p className="desk-note">{old(formats.time(queue.oldSinceMs))}</p>}
      {queue.hasNews && (
        <p className="desk-note">
          {words.changed}{' '}
          <button type="button" className="desk-link" onClick={queue.refresh}>
            {words.refresh}
          </button>
        </p>
      )}
      {queue.list !== null && queue.trouble !== null && (
        <DeskTroubleNotice kind={queue.trouble} onAgain={queue.refresh} />
      )}
    </div>
  );
}

function Rows({ queue, filter }: { readonly queue: Queue; readonly filter: QueueFilter }) {
  const { queue: words } = useMessages(deskWords);
  if (queue.list === null) {
    if (queue.trouble === null) return <Skeleton rows={8} shape="row" />;
    return <DeskTroubleNotice kind={queue.trouble} onAgain={queue.refresh} />;
  }
  if (queue.list.lines.length > 0) return <QueueTable queue={queue} list={queue.list} />;
  return isNarrowed(filter) ? (
    <EmptyState icon={<SearchX />} title={words.nothingFound}>
      {words.nothingFoundText}
    </EmptyState>
  ) : (
    <EmptyState icon={<Inbox />} title={words.empty}>
      {words.emptyText}
    </EmptyState>
  );
}
