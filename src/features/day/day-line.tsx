import { ChevronRight, CircleAlert, CircleCheck, FilePen, Hourglass, QrCode, Undo2 } from 'lucide-react';
import type { DayRow, DayState } from '#domain/day/day-row.ts';
import type { DayGrouping } from '#domain/day/filter-day.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { dayWords } from '#i18n/sets/day.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { Badge } from '#ui/badge.tsx';
import { ListRow } from '#ui/list.tsx';
import type { Tone } from '#ui/tone.ts';
import styles from './day.module.css';

const tones: Readonly<Record<DayState, Tone>> = {
  draft: 'neutral',
  returned: 'alert',
  waiting: 'waiting',
  attention: 'alert',
  received: 'success',
};
const icons = {
  draft: FilePen,
  returned: Undo2,
  waiting: Hourglass,
  attention: CircleAlert,
  received: CircleCheck,
} as const;

/** One application: for whom, what, and how far. What the heading of its group says is not said again. */
export function DayLine({ row, by }: { readonly row: DayRow; readonly by: DayGrouping }) {
  const words = useMessages(dayWords);
  const outbox = useMessages(outboxWords);
  const formats = useFormats();
  const text = useLocalText();
  const service = text(row.serviceName);
  const unnamed = row.state === 'draft' ? words.noName : words.unnamed;
  const name = row.name === '' ? unnamed : row.name;
  const Icon = icons[row.state];
  const headline: Readonly<Record<DayState, string>> = {
    draft: words.states.draft,
    returned: words.states.returned,
    waiting: outbox.stored,
    attention: outbox.attention,
    received: outbox.received(row.number ?? ''),
  };
  const when = by === 'day' ? formats.time(row.atMs) : formats.dateTime(row.atMs);
  return (
    <ListRow
      testId="day-row"
      href={row.state === 'draft' ? `/isi/${row.id}` : `/permohonan/${row.id}`}
      title={by === 'resident' ? service : name}
      description={
        <Badge tone={tones[row.state]} icon={<Icon />}>
          {row.isStopped ? outbox.waiting.stopped : headline[row.state]}
        </Badge>
      }
      meta={by === 'day' ? `${service} · ${when}` : when}
      trailing={<ChevronRight />}
      {...((row.state === 'received' || row.state === 'returned') && row.number !== null
        ? { aside: <ReceiptLink id={row.id} label={words.receiptOf(row.number)} /> }
        : {})}
    />
  );
}

/** To show, send or print for the resident who stands there. */
function ReceiptLink({ id, label }: { readonly id: string; readonly label: string }) {
  return (
    <a href={`/permohonan/${id}/tanda-terima`} className={styles.receipt} aria-label={label} title={label}>
      <QrCode />
    </a>
  );
}
