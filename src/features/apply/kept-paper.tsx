import { Building2, CircleAlert } from 'lucide-react';
import type { Requirement } from '#domain/service/definition.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { repairWords } from '#i18n/sets/repair.ts';
import { List, ListRow } from '#ui/list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import { useApplyForm } from './form-context.ts';

/** A paper that the office has and that nobody asked for again. */
export function KeptPaper({ requirement }: { readonly requirement: Requirement }) {
  const { form: words } = useMessages(repairWords);
  const text = useLocalText();
  const label = text(requirement.label);
  return (
    <div data-testid={`kept-${requirement.id}`}>
      <Section title={label}>
        <List label={label}>
          <ListRow leading={<Building2 />} title={words.kept} description={words.keptText} />
        </List>
      </Section>
    </div>
  );
}

/** Over the place of a paper that an official wants anew. */
export function PaperAgain() {
  const { form: words } = useMessages(repairWords);
  const { repair } = useApplyForm().draft;
  return (
    <div data-testid="paper-again">
      <Notice tone="alert" icon={<CircleAlert />} title={words.again}>
        {repair?.reason !== undefined && repair.reason !== null && (
          <p>
            {words.says} {repair.reason}
          </p>
        )}
      </Notice>
    </div>
  );
}
