import type { LookupResult } from '#domain/application/looked-up-status.ts';
import { promisedNow } from '#domain/application/timeline.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { officeStatusWords } from '#i18n/sets/office-status.ts';
import { statusLookupWords } from '#i18n/sets/status-lookup.ts';
import { Notice } from '#ui/notice.tsx';
import { useNow } from '#ui/use-now.ts';

/** Nothing but where it is and what was promised. */
export function LookupAnswer({ told, atMs }: { readonly told: LookupResult; readonly atMs: number }) {
  const words = useMessages(statusLookupWords);
  const statuses = useMessages(officeStatusWords);
  const formats = useFormats();
  const nowMs = useNow();
  switch (told.kind) {
    case 'found': {
      const known: Readonly<Record<string, { readonly label: string }>> = statuses;
      const label = (Object.hasOwn(known, told.status) ? known[told.status] : undefined)?.label ?? statuses.newer.label;
      const due = { dueOn: told.dueOn, pausedSinceMs: null };
      const promised = promisedNow(due, told.status, wibDate(nowMs));
      return (
        <Notice tone="info" headingLevel={2} title={label}>
          <p>{words.changed(formats.dateTime(told.changedAtMs))}</p>
          {promised.kind === 'by' && <p>{words.promised(formats.date(Date.parse(promised.day)))}</p>}
          {promised.kind === 'late' && <p>{words.late(formats.date(Date.parse(promised.day)))}</p>}
          <p>{words.asked(formats.ago(atMs, nowMs))}</p>
          <p>{words.bare}</p>
        </Notice>
      );
    }
    case 'unknown':
      return (
        <Notice tone="alert" headingLevel={2} title={words.unknownTitle}>
          {words.unknownText}
        </Notice>
      );
    case 'busy':
      return (
        <Notice tone="waiting" headingLevel={2} title={words.busyTitle}>
          {words.busyText}
        </Notice>
      );
    case 'no-connection':
      return (
        <Notice tone="waiting" headingLevel={2} title={words.signalTitle}>
          {words.signalText}
        </Notice>
      );
  }
}
