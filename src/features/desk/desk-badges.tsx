import { CircleAlert } from 'lucide-react';
import type { ToldStatus } from '#domain/application/status.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import type { DeskMessages } from '#i18n/messages/id/desk.ts';
import { Badge } from '#ui/badge.tsx';
import type { Tone } from '#ui/tone.ts';
import { useShortDay } from './use-short-day.ts';
import { type DueDay, dueDay } from './due-day.ts';

/** A newer office's code has no word of its own here yet. */
export function statusLabel(words: DeskMessages['status'], status: ToldStatus): string {
  const known: Readonly<Record<string, string>> = words;
  return (Object.hasOwn(known, status) ? known[status] : undefined) ?? words.newer;
}

const tones: Readonly<Record<string, Tone>> = {
  submitted: 'info',
  returned: 'waiting',
  awaiting_signature: 'waiting',
  ready: 'success',
  done: 'success',
  rejected: 'alert',
};

export function StatusBadge({ status }: { readonly status: ToldStatus }) {
  const { status: words } = useMessages(deskWords);
  return (
    <Badge tone={tones[status] ?? 'neutral'} className="desk-badge">
      {statusLabel(words, status)}
    </Badge>
  );
}

/** The promised day and how far it is. Late is said in words, never by colour alone. */
export function DueBadge(props: {
  readonly dueOn: string | null;
  readonly isPaused: boolean;
  /** What is over is not late any more: how long it took stands in its history. */
  readonly isOver: boolean;
  /** WIB day. */
  readonly today: string;
}) {
  const words = useMessages(deskWords);
  const formats = useFormats();
  const shortDay = useShortDay();
  const { dueOn, isPaused, isOver, today } = props;
  const day = dueOn === null ? null : dueDay(dueOn, today);
  if (dueOn === null || day === null) {
    return <span className="desk-soft">{isPaused ? words.due.paused : words.queue.noDue}</span>;
  }
  return (
    <>
      <span title={formats.date(Date.parse(dueOn))}>{shortDay(Date.parse(dueOn))}</span>
      {!isOver && (
        <span className={day.kind === 'late' ? 'desk-late' : day.kind === 'today' ? 'desk-today' : 'desk-soft'}>
          {day.kind === 'late' && <CircleAlert />}
          {dueText(words.due, day)}
        </span>
      )}
    </>
  );
}

function dueText(words: DeskMessages['due'], day: DueDay): string {
  if (day.kind === 'late') return words.late(day.days);
  return day.kind === 'in' ? words.in(day.days) : words[day.kind];
}
