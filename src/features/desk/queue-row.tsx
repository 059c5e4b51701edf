import { isOver } from '#domain/application/timeline.ts';
import { Copy, Lock } from 'lucide-react';
import type { Ref } from 'react';
import { wibDate } from '#domain/form/wib-date.ts';
import type { QueueLine } from '#domain/desk/queue-line.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import { useNow } from '#ui/use-now.ts';
import { ageInDays } from './due-day.ts';
import { useShortDay } from './use-short-day.ts';
import { DueBadge, StatusBadge } from './desk-badges.tsx';

/** One application in the list. The link in its first cell covers the whole row. */
export function QueueRow(props: {
  readonly ref: Ref<HTMLTableRowElement>;
  readonly index: number;
  readonly line: QueueLine;
  readonly service: string;
  readonly place: string | null;
  readonly isNew: boolean;
  readonly onOpen: () => void;
}) {
  const { ref, index, line, service, place, isNew, onOpen } = props;
  const words = useMessages(deskWords);
  const { queue } = words;
  const formats = useFormats();
  const shortDay = useShortDay();
  const nowMs = useNow();
  return (
    <tr
      ref={ref}
      className="desk-row"
      data-index={index}
      data-row={line.id}
      data-testid="desk-row"
      aria-rowindex={index + 2}
    >
      <td className="desk-cell-main">
        <a href={`/meja/permohonan/${line.id}`} data-row-link="" onClick={onOpen}>
          {line.registrationNumber}
        </a>
        {isNew && <span className="desk-new">{queue.isNew}</span>}
        <span className="desk-soft">{service}</span>
      </td>
      <td className="desk-cell-name">
        <span>{line.applicantName ?? <span className="desk-soft">{queue.noName}</span>}</span>
        {(line.hasDuplicates || line.isSealed) && (
          <span className="desk-flags">
            {line.hasDuplicates && (
              <span className="desk-flag">
                <Copy />
                {queue.duplicate}
              </span>
            )}
            {line.isSealed && (
              <span className="desk-soft desk-flag">
                <Lock />
                {queue.sealed}
              </span>
            )}
          </span>
        )}
      </td>
      <td className="desk-cell-area">{place}</td>
      <td className="desk-cell-received" title={formats.dateTime(line.receivedAtMs)}>
        <span>{shortDay(line.receivedAtMs)}</span>
        <span className="desk-soft">{words.age(ageInDays(line.receivedAtMs, nowMs))}</span>
      </td>
      <td className="desk-cell-due">
        <DueBadge
          dueOn={line.dueOn}
          isPaused={line.status === 'returned'}
          isOver={isOver(line.status)}
          today={wibDate(nowMs)}
        />
      </td>
      <td className="desk-cell-assignee">{line.assignee?.name ?? <span className="desk-soft">{queue.nobody}</span>}</td>
      <td className="desk-cell-status">
        <StatusBadge status={line.status} />
      </td>
    </tr>
  );
}
