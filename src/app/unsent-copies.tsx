import { FileText } from 'lucide-react';
import { useMemo } from 'react';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { incidentWords } from '#i18n/sets/incident.ts';
import type { Menu } from '#services/menu.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { saveFile } from '#ui/save-file.ts';
import { Section } from '#ui/section.tsx';
import { showToast } from '#ui/toast-store.ts';

/** What this release may read and must not send: each as a file that the person can keep meanwhile. */
export function UnsentCopies() {
  const { copies: words } = useMessages(incidentWords);
  const formats = useFormats();
  const text = useLocalText();
  const menu = useMenu();
  const list = useLive(useMemo(() => menu.outbox.list(), [menu]));
  const unsent = list.state === 'ready' ? list.value.filter(({ entry }) => entry.delivery.state !== 'delivered') : [];
  if (unsent.length === 0) return null;
  return (
    <Section title={words.title(unsent.length)}>
      <p>{words.hint}</p>
      <List>
        {unsent.map(({ entry }) => (
          <ListRow
            key={entry.applicationId}
            leading={<FileText />}
            title={text(entry.serviceName)}
            description={formats.dateTime(entry.createdAtMs)}
            aside={
              <Button
                variant="secondary"
                data-testid="save-copy"
                onClick={() => void saveCopy(menu, entry.applicationId, words.failed)}
              >
                {words.save}
              </Button>
            }
          />
        ))}
      </List>
    </Section>
  );
}

async function saveCopy({ outbox }: Menu, applicationId: string, failed: string): Promise<void> {
  const copy = await outbox.exportEntry(applicationId);
  if (copy === null) showToast({ message: failed, tone: 'alert' });
  else saveFile(copy, `ajukan-${applicationId.slice(0, 8)}.json`);
}
