import { useState } from 'react';
import { draftNames } from '#domain/application/draft-names.ts';
import type { ListedDraft } from '#domain/application/draft.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { draftListWords } from '#i18n/sets/draft-list.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';
import { useNow } from '#ui/use-now.ts';
import { recentlyRemoved } from './recently-removed.ts';
import { restoreDraft } from './restore-draft.ts';

/**
 * What was deleted a moment ago, before this screen came: its message may have gone with another screen, or with the
 * whole app. One deleted here has the message, and moves nothing on the screen.
 */
export function DiscardedDrafts({ drafts }: { readonly drafts: readonly ListedDraft[] }) {
  const words = useMessages(draftListWords);
  const text = useLocalText();
  const menu = useMenu();
  const nowMs = useNow();
  const [cameAtMs] = useState(Date.now);
  const offered = recentlyRemoved(drafts, cameAtMs, nowMs);
  if (offered.length === 0) return null;
  return (
    <Section title={words.justRemoved}>
      <List label={words.justRemoved}>
        {offered.map((draft) => {
          const name = text(draft.definition.name);
          const names = draftNames(draft);
          return (
            <ListRow
              key={draft.id}
              testId="discarded-draft"
              title={name}
              description={names.length === 0 ? undefined : names.join(' · ')}
              aside={
                <Button
                  variant="quiet"
                  aria-label={words.undoOf([name, ...names].join(', '))}
                  onClick={() => void restoreDraft(menu.drafts, draft.id)}
                >
                  {words.undo}
                </Button>
              }
            />
          );
        })}
      </List>
    </Section>
  );
}
