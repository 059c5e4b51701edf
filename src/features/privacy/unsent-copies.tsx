import { FileText } from 'lucide-react';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { privacyWords } from '#i18n/sets/privacy.ts';
import { useMenu } from '#services/menu-context.ts';
import { useOutboxPages } from '#services/outbox-list.ts';
import { Button } from '#ui/button.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { saveFile } from '#ui/save-file.ts';
import { Section } from '#ui/section.tsx';
import { showToast } from '#ui/toast-store.ts';

/** What the office does not have, by name, each as a file to keep. */
export function UnsentCopies({ unsent }: { readonly unsent: number }) {
  const { erase } = useMessages(privacyWords);
  const words = erase.unsent;
  const formats = useFormats();
  const text = useLocalText();
  const { outbox } = useMenu();
  const { list, showMore } = useOutboxPages('unsent');
  const shown = list.state === 'ready' ? list.value : [];

  async function save(applicationId: string) {
    const copy = await outbox.exportEntry(applicationId);
    if (copy !== null) saveFile(copy, `ajukan-${applicationId.slice(0, 8)}.json`);
    showToast(copy === null ? { message: words.notSaved, tone: 'alert' } : { message: words.saved });
  }

  return (
    <Section title={words.title(unsent)}>
      <p>{words.text}</p>
      <List>
        {shown.map(({ entry }) => (
          <ListRow
            key={entry.applicationId}
            leading={<FileText />}
            title={text(entry.serviceName)}
            description={formats.dateTime(entry.createdAtMs)}
            meta={
              <Button variant="secondary" onClick={() => void save(entry.applicationId)} data-testid="save-copy">
                {words.save}
              </Button>
            }
          />
        ))}
      </List>
      {shown.length < unsent && (
        <Button variant="secondary" wide onClick={showMore}>
          {words.more}
        </Button>
      )}
    </Section>
  );
}
