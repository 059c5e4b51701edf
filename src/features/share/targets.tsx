import { ChevronRight } from 'lucide-react';
import { Fragment, useMemo } from 'react';
import { draftNames } from '#domain/application/draft-names.ts';
import type { Draft } from '#domain/application/draft.ts';
import { defaultMaxFiles } from '#domain/form/validate.ts';
import { visibleRequirements } from '#domain/form/visibility.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { shareWords } from '#i18n/sets/share.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { List, ListRow } from '#ui/list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/section.tsx';
import styles from './share.module.css';
import type { Place, PlaceProblem } from './use-place-file.ts';

interface TargetsProps {
  /** A form that was begun on this screen. */
  readonly startedId: string | null;
  /** Why the file could not be put where the person said; it stands there. */
  readonly problem: PlaceProblem | null;
  readonly onChoose: Place;
}

/** The drafts, each with the papers that it still has room for. One that was begun just now comes first. */
export function Targets({ startedId, ...rest }: TargetsProps) {
  const menu = useMenu();
  const drafts = useLive(useMemo(() => menu.drafts.list(), [menu]));
  const all = drafts.state === 'ready' ? drafts.value : [];
  return (
    <>
      {startedId !== null && <StartedDraft key={startedId} id={startedId} {...rest} />}
      {all
        .filter(({ id }) => id !== startedId)
        .map((draft) => (
          <DraftTarget
            key={draft.id}
            draft={draft}
            {...rest}
            {...(isOneOfSeveral(draft, all) && { isOneOfSeveral: true })}
          />
        ))}
    </>
  );
}

type DraftProps = Pick<TargetsProps, 'problem' | 'onChoose'> & {
  /** There are others of the same service: told apart by the names in them, else by when they were begun. */
  readonly isOneOfSeveral?: boolean;
};

function isOneOfSeveral(draft: Draft, all: readonly Draft[]): boolean {
  return all.some(({ id, definition }) => id !== draft.id && definition.id === draft.definition.id);
}

function StartedDraft({ id, ...rest }: DraftProps & { readonly id: string }) {
  const menu = useMenu();
  const draft = useLive(useMemo(() => menu.drafts.draft(id), [menu, id]));
  if (draft.state !== 'ready' || draft.value === null) return null;
  return <DraftTarget draft={draft.value} {...rest} />;
}

function DraftTarget({
  draft,
  problem,
  onChoose,
  isOneOfSeveral: several = false,
}: DraftProps & { readonly draft: Draft }) {
  const words = useMessages(shareWords);
  const text = useLocalText();
  const formats = useFormats();
  const menu = useMenu();
  const documents = useLive(useMemo(() => menu.drafts.documents(draft.id), [menu, draft.id]));
  if (documents.state !== 'ready') return null;
  const countOf = (slot: string): number => documents.value.filter((document) => document.slot === slot).length;
  const open = visibleRequirements(draft.definition, draft.answers)
    .map((requirement) => ({ requirement, count: countOf(requirement.id) }))
    .filter(({ requirement, count }) => count < (requirement.maxFiles ?? defaultMaxFiles));
  const names = draftNames(draft);
  const whose = names.length === 0 ? formats.dateTime(draft.createdAtMs) : names.join(' · ');
  const name = several ? `${text(draft.definition.name)} · ${whose}` : text(draft.definition.name);
  return (
    <Section title={name}>
      {open.length === 0 && <p>{words.allFull}</p>}
      {open.length > 0 && (
        <List label={name}>
          {open.map(({ requirement, count }) => (
            <Fragment key={requirement.id}>
              <ListRow
                testId={`target-${requirement.id}`}
                title={text(requirement.label)}
                description={count === 0 ? words.noneYet : words.some(count)}
                trailing={<ChevronRight />}
                onPress={() => onChoose(draft, requirement)}
              />
              {problem?.draftId === draft.id && problem.slot === requirement.id && (
                <li className={styles.problem}>
                  <Notice tone="alert" live="alert" title={problem.text} />
                </li>
              )}
            </Fragment>
          ))}
        </List>
      )}
    </Section>
  );
}
