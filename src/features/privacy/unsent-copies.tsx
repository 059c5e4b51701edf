import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { privacyWords } from '#i18n/sets/privacy.ts';
import { useMenu } from '#services/menu-context.ts';
import { useOutboxPages } from '#services/outbox-list.ts';
import { CopyList } from '#ui/copy-list.tsx';
import { saveCopy } from '#ui/save-copy.ts';
import { Section } from '#ui/section.tsx';

/** What the office does not have, by name, each as a file to keep. */
export function UnsentCopies({ unsent }: { readonly unsent: number }) {
  const { erase } = useMessages(privacyWords);
  const words = erase.unsent;
  const formats = useFormats();
  const text = useLocalText();
  const { outbox } = useMenu();
  const { list, showMore } = useOutboxPages('unsent');
  const shown = list.state === 'ready' ? list.value : [];
  return (
    <Section title={words.title(unsent)}>
      <p>{words.text}</p>
      <CopyList
        rows={shown.map(({ entry }) => ({
          id: entry.applicationId,
          title: text(entry.serviceName),
          description: formats.dateTime(entry.createdAtMs),
        }))}
        words={words}
        onSave={(id) => saveCopy(outbox, id, words)}
        onMore={shown.length < unsent ? showMore : null}
      />
    </Section>
  );
}
