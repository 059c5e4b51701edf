import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useLocalText } from '#i18n/local-text.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { shareWords } from '#i18n/sets/share.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { List, ListRow } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { showToast } from '#ui/toast-store.ts';

/** The services of the office: a file may come before there is a form for it. */
export function NewApplication({ onStarted }: { readonly onStarted: (draftId: string) => void }) {
  const words = useMessages(shareWords);
  const trouble = useMessages(troubleWords);
  const text = useLocalText();
  const menu = useMenu();
  const catalogue = useLive(useMemo(() => menu.catalogue.services(), [menu]));
  const services = catalogue.state === 'ready' ? catalogue.value.services : [];

  async function start(serviceId: string): Promise<void> {
    const result = await menu.drafts.start(serviceId);
    if (result.kind === 'started') {
      onStarted(result.draftId);
      window.scrollTo({ top: 0 });
      return;
    }
    const why = result.kind === 'failed' ? currentMessages(troubleWords)[result.reason] : words.noServices;
    showToast({ tone: 'alert', message: `${words.startFailed}. ${why}` });
  }
  return (
    <Section title={words.begin}>
      {catalogue.state === 'loading' && <Skeleton rows={3} />}
      {catalogue.state === 'failed' && <p>{trouble[catalogue.reason]}</p>}
      {catalogue.state === 'ready' && services.length === 0 && <p>{words.noServices}</p>}
      {services.length > 0 && (
        <List label={words.begin}>
          {services.map((service) => (
            <ListRow
              key={service.id}
              testId={`begin-${service.id}`}
              title={text(service.name)}
              trailing={<Plus />}
              onPress={() => void start(service.id)}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
