import { FilePen, Trash2 } from 'lucide-react';
import type { Draft } from '#domain/application/draft.ts';
import { placesOf, positionOf } from '#domain/form/places.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { homeWords } from '#i18n/sets/home.ts';
import type { DraftsMenu } from '#services/menu.ts';
import { useMenu } from '#services/menu-context.ts';
import { IconButton } from '#ui/button.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { showToast } from '#ui/toast-store.ts';
import { Section } from '#ui/section.tsx';
import { useNow } from '#ui/use-now.ts';

/** Forms begun and not sent. Deleting one can be undone for as long as the message stands. */
export function DraftList({ drafts }: { readonly drafts: readonly Draft[] }) {
  const { drafts: words } = useMessages(homeWords);
  const formats = useFormats();
  const text = useLocalText();
  const menu = useMenu();
  const nowMs = useNow();
  return (
    <Section title={words.title}>
      <List label={words.title}>
        {drafts.map((draft) => {
          const name = text(draft.definition.name);
          const { at, of } = whereIs(draft);
          return (
            <ListRow
              key={draft.id}
              testId="draft"
              href={`/isi/${draft.id}`}
              leading={<FilePen />}
              title={name}
              description={words.progress(at, of)}
              meta={`${words.notSent} · ${formats.ago(draft.updatedAtMs, nowMs)}`}
              aside={
                <IconButton
                  label={words.remove(name)}
                  icon={<Trash2 />}
                  onClick={() => void discard(menu.drafts, draft.id)}
                />
              }
            />
          );
        })}
      </List>
    </Section>
  );
}

/** As the form itself says it when it opens there. */
function whereIs({ definition, answers, place }: Draft) {
  const slug = placesOf(definition, answers).find((one) => one.place === place)?.slug ?? '';
  return positionOf(definition, answers, slug);
}

async function discard(drafts: DraftsMenu, draftId: string): Promise<void> {
  const { drafts: words } = currentMessages(homeWords);
  const result = await drafts.discard(draftId);
  if (result.kind === 'failed') {
    showToast({ tone: 'alert', message: words.notRemoved });
    return;
  }
  showToast({ message: words.removed, action: { label: words.undo, onAction: () => void restore(drafts, draftId) } });
}

async function restore(drafts: DraftsMenu, draftId: string): Promise<void> {
  const result = await drafts.undoDiscard(draftId);
  if (result.kind !== 'saved') showToast({ tone: 'alert', message: currentMessages(homeWords).drafts.notRestored });
}
