import { FilePen, Trash2 } from 'lucide-react';
import { draftNames } from '#domain/application/draft-names.ts';
import type { Draft, ListedDraft } from '#domain/application/draft.ts';
import { placesOf, positionOf } from '#domain/form/places.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { draftListWords } from '#i18n/sets/draft-list.ts';
import type { DraftsMenu } from '#services/menu.ts';
import { useMenu } from '#services/menu-context.ts';
import { IconButton } from '#ui/button.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { showToast } from '#ui/toast-store.ts';
import { Section } from '#ui/section.tsx';
import { useNow } from '#ui/use-now.ts';
import { DiscardedDrafts } from './discarded-drafts.tsx';
import { restoreDraft } from './restore-draft.ts';

/** Forms begun and not sent. Deleting one can be undone by its message, and here by who left the screen meanwhile. */
export function DraftList(props: { readonly drafts: readonly ListedDraft[] }) {
  const words = useMessages(draftListWords);
  const menu = useMenu();
  const drafts = props.drafts.filter(({ hiddenAtMs }) => hiddenAtMs === undefined);
  return (
    <>
      {drafts.length > 0 && (
        <Section title={words.title}>
          <List label={words.title}>
            {drafts.map((draft) => (
              <DraftRow key={draft.id} draft={draft} onDiscard={() => void discard(menu.drafts, draft.id)} />
            ))}
          </List>
        </Section>
      )}
      <DiscardedDrafts drafts={props.drafts} />
    </>
  );
}

function DraftRow({ draft, onDiscard }: { readonly draft: Draft; readonly onDiscard: () => void }) {
  const words = useMessages(draftListWords);
  const formats = useFormats();
  const text = useLocalText();
  const nowMs = useNow();
  const name = text(draft.definition.name);
  const names = draftNames(draft);
  const { at, of } = whereIs(draft);
  const changed = formats.ago(draft.updatedAtMs, nowMs);
  const begun = formats.ago(draft.createdAtMs, nowMs);
  return (
    <ListRow
      testId="draft"
      href={`/isi/${draft.id}`}
      leading={<FilePen />}
      title={name}
      description={[...names, words.progress(at, of)].join(' · ')}
      meta={[words.notSent, words.changed(changed), ...(begun === changed ? [] : [words.begun(begun)])].join(' · ')}
      aside={<IconButton label={words.remove([name, ...names].join(', '))} icon={<Trash2 />} onClick={onDiscard} />}
    />
  );
}

/** As the form itself says it when it opens there. */
function whereIs({ definition, answers, place }: Draft) {
  const slug = placesOf(definition, answers).find((one) => one.place === place)?.slug ?? '';
  return positionOf(definition, answers, slug);
}

async function discard(drafts: DraftsMenu, draftId: string): Promise<void> {
  const words = currentMessages(draftListWords);
  const result = await drafts.discard(draftId);
  if (result.kind === 'failed') {
    showToast({ tone: 'alert', message: words.notRemoved });
    return;
  }
  showToast({
    message: words.removed,
    action: { label: words.undo, onAction: () => void restoreDraft(drafts, draftId) },
  });
}
