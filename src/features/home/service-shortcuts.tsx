import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ServiceSummary } from '#domain/service/definition.ts';
import { shownShortcuts } from '#domain/service/shortcuts.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { shortcutWords } from '#i18n/sets/shortcuts.ts';
import type { CatalogueView } from '#services/menu.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { Going } from '#ui/going.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';

/** The way back to what this person needs again and again, above the list of everything. */
export function ServiceShortcuts({ view }: { readonly view: CatalogueView }): ReactNode {
  const words = useMessages(shortcutWords);
  const { catalogue } = useMenu();
  const { favourites, recent } = shownShortcuts(view.services, view.shortcuts);
  return (
    <>
      {favourites.length > 0 && (
        <Section level={3} title={words.favourites}>
          <Names services={favourites} label={words.favourites} />
        </Section>
      )}
      {recent.length > 0 && (
        <Section
          level={3}
          title={words.recent}
          aside={
            <Going>
              <Button variant="quiet" onClick={() => void catalogue.keepShortcut({ kind: 'forget-used' })}>
                {words.forget}
              </Button>
            </Going>
          }
        >
          <Names services={recent} label={words.recent} />
        </Section>
      )}
    </>
  );
}

function Names(props: { readonly services: readonly ServiceSummary[]; readonly label: string }) {
  const text = useLocalText();
  return (
    <List label={props.label}>
      {props.services.map(({ id, name }) => (
        <ListRow
          key={id}
          testId="shortcut"
          href={`/layanan/${encodeURIComponent(id)}`}
          title={text(name)}
          trailing={<ChevronRight />}
        />
      ))}
    </List>
  );
}
