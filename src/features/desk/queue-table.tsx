import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { useServiceNames } from './queue-controls.tsx';
import type { QueueList } from './queue-list.ts';
import { QueueRow } from './queue-row.tsx';
import { usePlaceName } from './use-areas.ts';
import type { Queue } from './use-queue.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Before anything is measured. */
const rowHeight = 60;
/** The row that was opened last. */
let openedId: string | null = null;

/** Only the rows on the screen are drawn, however many there are; the next page comes before its end is reached. */
export function QueueTable(props: { readonly queue: Queue; readonly list: QueueList }) {
  const { queue, list } = props;
  const words = useMessages(deskWords);
  const formats = useFormats();
  const services = useServiceNames();
  const placeName = usePlaceName();
  const table = useRef<HTMLTableElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => setOffset(table.current?.offsetTop ?? 0), []);
  const rows = useWindowVirtualizer({
    count: list.lines.length,
    estimateSize: () => rowHeight,
    getItemKey: (index) => list.lines[index]?.id ?? index,
    overscan: 10,
    scrollMargin: offset,
  });
  const shown = rows.getVirtualItems();
  const first = shown[0];
  const last = shown.at(-1);
  const above = first === undefined ? 0 : first.start - offset;
  const below = last === undefined ? 0 : rows.getTotalSize() - (last.end - offset);
  useRowKeys(list, (index) => rows.scrollToIndex(index, { align: 'auto' }));

  const isNearEnd = last !== undefined && last.index >= list.lines.length - 40;
  const { more, trouble } = queue;
  useEffect(() => {
    if (isNearEnd && list.next !== null && trouble === null) more();
  }, [isNearEnd, list, more, trouble]);

  return (
    <>
      <table className="desk-table" ref={table} aria-rowcount={list.next === null ? list.lines.length + 1 : -1}>
        <caption>
          <VisuallyHidden>{words.queue.caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.queue.columns.application}</th>
            <th scope="col">{words.queue.columns.applicant}</th>
            <th scope="col">{words.queue.columns.area}</th>
            <th scope="col">{words.queue.columns.received}</th>
            <th scope="col">{words.queue.columns.due}</th>
            <th scope="col">{words.queue.columns.assignee}</th>
            <th scope="col">{words.queue.columns.status}</th>
          </tr>
        </thead>
        <tbody style={{ paddingBlock: `${above}px ${Math.max(0, below)}px` }}>
          {shown.map(({ index, key }) => {
            const line = list.lines[index];
            if (line === undefined) return null;
            return (
              <QueueRow
                key={key}
                ref={rows.measureElement}
                index={index}
                line={line}
                service={services.get(line.serviceId) ?? line.serviceId}
                place={line.office === null ? null : placeName(line.office.area)}
                isNew={list.fresh.has(line.id)}
                onOpen={() => {
                  openedId = line.id;
                  queue.seen(line.id);
                }}
              />
            );
          })}
        </tbody>
      </table>
      <p className="desk-end" aria-live="polite">
        {list.next === null
          ? `${words.queue.shown(formats.number(list.lines.length))} · ${words.queue.end}`
          : trouble === null
            ? words.queue.more
            : words.queue.moreFailed}
      </p>
    </>
  );
}

/** j and k walk from row to row; who comes back from an application stands where they left. */
function useRowKeys(list: QueueList, show: (index: number) => void): void {
  const navigate = useNavigate();
  function focusRow(index: number): void {
    const line = list.lines[index];
    if (line === undefined) return;
    show(index);
    focusWhenDrawn(line.id);
  }
  function walk(step: 1 | -1): void {
    const here = list.lines.findIndex(({ id }) => id === (focusedRow() ?? openedId));
    const next = here === -1 ? 0 : Math.min(list.lines.length - 1, Math.max(0, here + step));
    focusRow(here === -1 && focusedRow() === null ? 0 : next);
  }
  useShortcuts({
    next: () => walk(1),
    previous: () => walk(-1),
    open: () => {
      const id = focusedRow();
      if (id === null) return;
      openedId = id;
      void navigate(`/meja/permohonan/${id}`);
    },
  });
  const returned = useRef(false);
  useEffect(() => {
    if (returned.current) return;
    returned.current = true;
    const index = list.lines.findIndex(({ id }) => id === openedId);
    if (index !== -1) focusRow(index);
  });
}

function focusedRow(): string | null {
  const row = document.activeElement?.closest('[data-row]');
  return row instanceof HTMLElement ? (row.dataset['row'] ?? null) : null;
}

/** A row that was far away is drawn a frame or two after the scrolling. */
function focusWhenDrawn(id: string, tries = 4): void {
  const link = document.querySelector(`[data-row="${CSS.escape(id)}"] [data-row-link]`);
  if (link instanceof HTMLElement) link.focus();
  else if (tries > 0) requestAnimationFrame(() => focusWhenDrawn(id, tries - 1));
}
