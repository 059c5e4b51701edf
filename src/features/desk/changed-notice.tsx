import { useEffect, useRef } from 'react';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { statusLabel } from './desk-badges.tsx';
import type { Difference } from './differences.ts';
import type { Changed } from './use-item.ts';

/** Somebody else was quicker: what is different now, by name. What the official wrote is still there. */
export function ChangedNotice(props: {
  readonly changed: Changed;
  readonly definition: ServiceDefinition | null;
  readonly hasReason: boolean;
  readonly onDismiss: () => void;
}) {
  const { changed, definition, hasReason, onDismiss } = props;
  const { differences, isRefusal } = changed;
  const { changed: words } = useMessages(deskWords);
  const place = useRef<HTMLDivElement>(null);
  // What a person is about to do may not be right any more: it is read before they go on.
  useEffect(() => place.current?.focus(), [changed]);
  return (
    <div ref={place} tabIndex={-1} className="desk-changed" data-testid="desk-changed">
      <Notice
        tone="alert"
        live="alert"
        headingLevel={2}
        title={words.title}
        actions={
          <Button variant="secondary" onClick={onDismiss}>
            {words.dismiss}
          </Button>
        }
      >
        {isRefusal && <p>{words.notSent}</p>}
        <ul>
          {differences.length === 0 && <li>{words.nothing}</li>}
          {differences.map((one) => (
            <li key={one.kind}>
              <What difference={one} definition={definition} />
            </li>
          ))}
        </ul>
        {hasReason && <p>{words.keptReason}</p>}
      </Notice>
    </div>
  );
}

function What({
  difference,
  definition,
}: {
  readonly difference: Difference;
  readonly definition: ServiceDefinition | null;
}) {
  const { changed: words, status } = useMessages(deskWords);
  const text = useLocalText();
  const questions = definition?.steps.flatMap(({ fields }) => fields) ?? [];
  const named = (
    ids: readonly string[],
    of: readonly { readonly id: string; readonly label: { readonly id: string } }[],
  ) => ids.map((id) => text(of.find((one) => one.id === id)?.label ?? { id })).join(', ');
  switch (difference.kind) {
    case 'status':
      return (
        <>
          {words.status(statusLabel(status, difference.from), statusLabel(status, difference.to))}
          {difference.reason !== null && ` · ${words.because(difference.reason)}`}
        </>
      );
    case 'assignee':
      return difference.to === null ? words.nobody : words.assignee(difference.to.name);
    case 'answers':
      return words.answers(named(difference.ids, questions));
    case 'papers':
      return words.papers(named(difference.slots, definition?.requirements ?? []));
    case 'results':
      return words.results;
  }
}
