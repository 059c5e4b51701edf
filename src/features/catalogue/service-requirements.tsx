import { FileText } from 'lucide-react';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { servicePageWords } from '#i18n/sets/service-page.ts';
import type { Requirement } from '#domain/service/definition.ts';
import { Badge } from '#ui/badge.tsx';
import { List, ListRow } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';

export function ServiceRequirements({ requirements }: { readonly requirements: readonly Requirement[] }) {
  const words = useMessages(servicePageWords);
  const text = useLocalText();
  if (requirements.length === 0) {
    return (
      <Section title={words.requirements}>
        <p>{words.noRequirements}</p>
      </Section>
    );
  }
  return (
    <Section title={words.requirements}>
      <p>{words.requirementsHint}</p>
      <List label={words.requirements}>
        {requirements.map((requirement) => (
          <ListRow
            key={requirement.id}
            testId="requirement"
            leading={<FileText />}
            title={text(requirement.label)}
            {...(requirement.note === undefined ? {} : { description: text(requirement.note) })}
            meta={
              <>
                <Badge>{need(words, requirement)}</Badge>
                {requirement.neededWhen !== undefined && <span>{text(requirement.neededWhen)}</span>}
              </>
            }
          />
        ))}
      </List>
    </Section>
  );
}

function need(words: (typeof servicePageWords)['indonesian'], requirement: Requirement): string {
  if (!requirement.required) return words.optional;
  // With the condition in words beside it, "wajib" says enough.
  return requirement.visibleWhen === undefined || requirement.neededWhen !== undefined
    ? words.required
    : words.conditional;
}
