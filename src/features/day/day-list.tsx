import { CheckCheck, ClipboardList } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type DayFilter, type DayGrouping, filterDay } from '#domain/day/filter-day.ts';
import { useMessages } from '#i18n/messages.ts';
import { dayWords } from '#i18n/sets/day.ts';
import type { Day } from '#services/use-day.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { SearchBox } from '#ui/search-box.tsx';
import styles from './day.module.css';
import { DayFilters } from './day-filters.tsx';
import { DayGroups } from './day-groups.tsx';
import { StateFilter } from './state-filter.tsx';

const pageSize = 30;
const everything: DayFilter = {};

/** The list, narrowed and grouped; a page of it, and one more each time that the person asks. */
export function DayList({ day, onChoose }: { readonly day: Day; readonly onChoose?: () => void }) {
  const words = useMessages(dayWords);
  const [filter, setFilter] = useState(everything);
  const [by, setBy] = useState<DayGrouping>('day');
  const [limit, setLimit] = useState(pageSize);
  const { state = '' } = filter;
  const within = filterDay(day.rows, { ...filter, state: '' });
  const found = state === '' ? within : within.filter((row) => row.state === state);

  useEffect(() => {
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('day:list:ready')));
  }, [filter, by]);

  function narrow(change: DayFilter): void {
    setLimit(pageSize);
    setFilter({ ...filter, ...change });
  }

  return (
    <>
      <div className={styles.actions}>
        <ButtonLink href="/harian/ringkasan" variant="secondary" icon={<ClipboardList />}>
          {words.summary.open}
        </ButtonLink>
        {onChoose !== undefined && (
          <Button variant="secondary" icon={<CheckCheck />} onClick={onChoose} data-testid="day-choose">
            {words.batch.start}
          </Button>
        )}
      </div>
      <SearchBox
        label={words.search}
        hint={words.searchHint}
        value={filter.typed ?? ''}
        onChange={(typed) => narrow({ typed })}
      />
      <StateFilter rows={within} chosen={state} onChoose={(chosen) => narrow({ state: chosen })} />
      <DayFilters day={day} filter={filter} by={by} onNarrow={narrow} onGroup={setBy} />
      <output data-testid="day-found">{words.found(found.length)}</output>
      {found.length === 0 ? (
        <EmptyState
          title={words.none}
          actions={
            <Button variant="secondary" onClick={() => setFilter(everything)}>
              {words.clear}
            </Button>
          }
        />
      ) : (
        <DayGroups rows={found} by={by} limit={limit} />
      )}
      {found.length > limit && (
        <Button variant="secondary" wide onClick={() => setLimit(limit + pageSize)} data-testid="show-more">
          {words.more}
        </Button>
      )}
      {!day.isAll && <p className={styles.soft}>{words.newest}</p>}
    </>
  );
}
