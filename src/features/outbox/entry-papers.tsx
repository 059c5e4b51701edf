import { useMemo } from 'react';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { List, ListRow } from '#ui/list.tsx';

/** The files of one application, and which of them the office holds. */
export function EntryPapers({ entry }: { readonly entry: OutboxEntry }) {
  const { papers: words } = useMessages(outboxWords);
  const formats = useFormats();
  const menu = useMenu();
  const kept = useLive(useMemo(() => menu.outbox.documents(entry.applicationId), [menu, entry.applicationId]));
  if (entry.documents.length === 0) return <p>{words.none}</p>;
  const names = new Map(kept.state === 'ready' ? kept.value.map(({ id, fileName }) => [id, fileName]) : []);
  return (
    <List label={words.title}>
      {entry.documents.map(({ id, slot, sizeBytes, progress }) => (
        <ListRow
          key={id}
          title={names.get(id) ?? slot}
          description={formats.bytes(sizeBytes)}
          trailing={progress.state === 'verified' ? words.arrived : words.waiting}
        />
      ))}
    </List>
  );
}
