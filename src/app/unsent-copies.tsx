import { saveCopy } from '#features/outbox/save-copy.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { incidentWords } from '#i18n/sets/incident.ts';
import { useMenu } from '#services/menu-context.ts';
import { useOutboxCounts, useOutboxPages } from '#services/outbox-list.ts';
import { CopyList } from '#ui/copy-list.tsx';
import { Section } from '#ui/section.tsx';

/** What this release may read and must not send: each as a file that the person can keep meanwhile. */
export function UnsentCopies() {
  const { copies: words } = useMessages(incidentWords);
  const formats = useFormats();
  const text = useLocalText();
  const { outbox } = useMenu();
  const { list, showMore } = useOutboxPages('unsent');
  const all = useOutboxCounts()?.unsent ?? 0;
  const unsent = list.state === 'ready' ? list.value : [];
  if (unsent.length === 0) return null;
  return (
    <Section title={words.title(Math.max(all, unsent.length))}>
      <p>{words.hint}</p>
      <CopyList
        rows={unsent.map(({ entry }) => ({
          id: entry.applicationId,
          title: text(entry.serviceName),
          description: formats.dateTime(entry.createdAtMs),
        }))}
        words={words}
        onSave={(id) => saveCopy(outbox, id)}
        onMore={unsent.length < all ? showMore : null}
      />
    </Section>
  );
}
