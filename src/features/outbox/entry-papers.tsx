import { FileText } from 'lucide-react';
import { useMemo } from 'react';
import type { DeliveryProblem, OutboxEntry } from '#domain/application/outbox-entry.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { outboxWords } from '#i18n/sets/outbox.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { List, ListRow } from '#ui/list.tsx';
import { plainSlot } from './plain-slot.ts';

/** The files of one application by what they are, and which of them the office holds. */
export function EntryPapers({ entry }: { readonly entry: OutboxEntry }) {
  const { papers: words } = useMessages(outboxWords);
  const formats = useFormats();
  const text = useLocalText();
  const menu = useMenu();
  const kept = useLive(useMemo(() => menu.outbox.documents(entry.applicationId), [menu, entry.applicationId]));
  const service = useLive(useMemo(() => menu.catalogue.service(entry.serviceId), [menu, entry.serviceId]));
  if (entry.documents.length === 0) return <p>{words.none}</p>;
  const names = new Map(kept.state === 'ready' ? kept.value.map(({ id, fileName }) => [id, fileName]) : []);
  const requirements = service.state === 'ready' ? (service.value?.requirements ?? []) : [];
  const refused = refusedPaper(entry);
  const detail = refused?.detail ?? null;
  const refusedText = detail === null ? words.refused : `${words.refused}: ${detail}`;
  return (
    <List label={words.title}>
      {entry.documents.map(({ id, slot, sizeBytes, progress }) => {
        const label = requirements.find((requirement) => requirement.id === slot)?.label;
        const fileName = names.get(id);
        return (
          <ListRow
            key={id}
            leading={<FileText />}
            title={label === undefined ? plainSlot(slot) : text(label)}
            {...(fileName === undefined ? {} : { description: fileName })}
            meta={`${formats.bytes(sizeBytes)} · ${id === refused?.documentId ? refusedText : progress.state === 'verified' ? words.arrived : words.waiting}`}
          />
        );
      })}
    </List>
  );
}

function refusedPaper({ delivery }: OutboxEntry): Extract<DeliveryProblem, { kind: 'file-refused' }> | null {
  return delivery.state === 'needs-person' && delivery.problem.kind === 'file-refused' ? delivery.problem : null;
}
