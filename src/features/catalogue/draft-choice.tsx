import { ChevronRight } from 'lucide-react';
import { draftNames } from '#domain/application/draft-names.ts';
import type { Draft } from '#domain/application/draft.ts';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { servicePageWords } from '#i18n/sets/service-page.ts';
import { Dialog } from '#ui/dialog.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { useNow } from '#ui/use-now.ts';

/** Forms of one service, told apart by the names in them and by when they were begun. */
export function DraftChoice(props: { readonly drafts: readonly Draft[]; readonly onClose: () => void }) {
  const { choice: words } = useMessages(servicePageWords);
  const formats = useFormats();
  const nowMs = useNow();
  return (
    <Dialog open title={words.title} onClose={props.onClose}>
      <List label={words.title}>
        {props.drafts.map((draft) => {
          const names = draftNames(draft);
          const changed = formats.ago(draft.updatedAtMs, nowMs);
          const begun = formats.ago(draft.createdAtMs, nowMs);
          return (
            <ListRow
              key={draft.id}
              testId="draft-choice"
              href={`/isi/${draft.id}`}
              title={names.length === 0 ? words.unnamed : names.join(' · ')}
              meta={[words.changed(changed), ...(begun === changed ? [] : [words.begun(begun)])].join(' · ')}
              trailing={<ChevronRight />}
            />
          );
        })}
      </List>
    </Dialog>
  );
}
