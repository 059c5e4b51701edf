import { Search, X } from 'lucide-react';
import { type MouseEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { QueueCounts, QueueFilter } from '#domain/desk/queue-line.ts';
import type { OfficeStatus } from '#domain/application/status.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import { isNarrowed, queueSearch } from './queue-address.ts';
import { useAreaOptions } from './use-area-options.ts';

const tabs: readonly OfficeStatus[] = [
  'submitted',
  'under_review',
  'in_process',
  'awaiting_signature',
  'ready',
  'returned',
  'done',
  'rejected',
];

type Choose = (change: { readonly [Name in keyof QueueFilter]?: QueueFilter[Name] | undefined }) => void;

/** One status at a time, each with how many there are. Links: a tab can be opened beside another. */
export function QueueTabs(props: {
  readonly filter: QueueFilter;
  readonly counts: QueueCounts | null;
  readonly choose: Choose;
}) {
  const { filter, counts, choose } = props;
  const words = useMessages(deskWords);
  const formats = useFormats();
  const { statuses: chosen, ...rest } = filter;
  // A plain press keeps the words that are looked for, which no address has.
  const follow = (statuses: readonly OfficeStatus[] | undefined) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    choose({ statuses });
  };
  const count = (status: OfficeStatus) =>
    counts === null ? null : <span className="desk-count">{formats.number(counts.byStatus[status] ?? 0)}</span>;
  return (
    <nav className="desk-tabs" aria-label={words.queue.tabs}>
      <a
        href={`/meja${queueSearch(rest)}`}
        onClick={follow(undefined)}
        aria-current={chosen === undefined ? 'true' : undefined}
      >
        {words.queue.all}
      </a>
      {tabs.map((status) => (
        <a
          key={status}
          href={`/meja${queueSearch({ ...rest, statuses: [status] })}`}
          onClick={follow([status])}
          aria-current={chosen?.includes(status) === true ? 'true' : undefined}
        >
          {words.status[status]} {count(status)}
        </a>
      ))}
    </nav>
  );
}

export function QueueControls(props: {
  readonly desk: DeskMenu;
  readonly filter: QueueFilter;
  readonly choose: Choose;
  readonly searchBox: RefObject<HTMLInputElement | null>;
}) {
  const { desk, filter, choose, searchBox } = props;
  const words = useMessages(deskWords);
  const { queue } = words;
  const services = useServiceNames();
  const areas = useAreaOptions(desk, filter.area);
  const { statuses, sort } = filter;
  return (
    <div className="desk-controls">
      <SearchField value={filter.search ?? ''} onSearch={(search) => choose({ search })} box={searchBox} />
      <Choice
        label={queue.service}
        any={queue.anyService}
        value={filter.serviceId}
        options={[...services].map(([value, label]) => ({ value, label }))}
        onChoose={(serviceId) => choose({ serviceId })}
      />
      {areas.length > 0 && (
        <Choice
          label={queue.area}
          any={queue.anyArea}
          value={filter.area}
          options={areas.map(({ code, name }) => ({ value: code, label: name }))}
          onChoose={(area) => choose({ area })}
        />
      )}
      <Choice
        label={queue.assignee}
        any={queue.anyAssignee}
        value={filter.assignee}
        options={[
          { value: 'me', label: queue.mine },
          { value: 'none', label: queue.nobody },
        ]}
        onChoose={(assignee) => choose({ assignee })}
      />
      <Choice
        label={queue.due}
        any={queue.anyDue}
        value={filter.due}
        options={[
          { value: 'late', label: queue.late },
          { value: 'today', label: queue.today },
          { value: 'week', label: queue.week },
        ]}
        onChoose={(due) => choose({ due })}
      />
      <Choice
        label={queue.sort}
        any={queue.byReceived}
        value={sort === 'due' ? sort : undefined}
        options={[{ value: 'due', label: queue.byDue }]}
        onChoose={(order) => choose({ sort: order })}
      />
      {isNarrowed(filter) && (
        <a
          className="desk-clear"
          href={`/meja${queueSearch({ ...(statuses === undefined ? {} : { statuses }), ...(sort === undefined ? {} : { sort }) })}`}
        >
          <X />
          <span>{queue.clear}</span>
        </a>
      )}
    </div>
  );
}

function Choice<T extends string>(props: {
  readonly label: string;
  readonly any: string;
  readonly value: T | undefined;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChoose: (value: T | undefined) => void;
}) {
  const { label, any, value, options, onChoose } = props;
  const id = useId();
  return (
    <div className="desk-choice" data-chosen={value !== undefined}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={(event) => onChoose(options.find((option) => option.value === event.target.value)?.value)}
      >
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

const typingMs = 250;

/** Asks the office once the typing rests. */
function SearchField(props: {
  readonly value: string;
  readonly onSearch: (search: string | undefined) => void;
  readonly box: RefObject<HTMLInputElement | null>;
}) {
  const { value, onSearch, box } = props;
  const { queue: words } = useMessages(deskWords);
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [before, setBefore] = useState(value);
  if (value !== before) {
    setBefore(value);
    if (value !== typed.trim()) setTyped(value);
  }
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  });
  useEffect(() => {
    const asked = typed.trim();
    if (asked === value) return;
    const timer = setTimeout(() => latest.current(asked === '' ? undefined : asked), typingMs);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <search className="desk-search">
      <label htmlFor={id}>{words.search}</label>
      <span>
        <Search />
        <input
          ref={box}
          id={id}
          type="search"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={100}
          value={typed}
          data-testid="desk-search"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
          }}
        />
        <kbd aria-hidden="true">/</kbd>
      </span>
    </search>
  );
}

/** What each service is called, by its id; empty until the catalogue is here. */
export function useServiceNames(): ReadonlyMap<string, string> {
  const { catalogue } = useMenu();
  const text = useLocalText();
  const found = useLive(useMemo(() => catalogue.services(), [catalogue]));
  return useMemo(
    () => new Map(found.state === 'ready' ? found.value.services.map(({ id, name }) => [id, text(name)]) : []),
    [found, text],
  );
}
