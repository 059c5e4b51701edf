import { isOver } from '#domain/application/timeline.ts';
import { ArrowLeft, Copy, Lock, UsersRound } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { DeskCase } from '#domain/desk/desk-case.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import { useNow } from '#ui/use-now.ts';
import { DueBadge, StatusBadge } from './desk-badges.tsx';
import { usePlaceName } from './use-areas.ts';

/** Which one it is, where it stands, who has it, and what an official has to know before reading it. */
export function ItemHead(props: {
  readonly seen: DeskCase;
  readonly definition: ServiceDefinition | null;
  readonly accountId: string;
  readonly onBack: () => void;
}) {
  const { seen, definition, accountId, onBack } = props;
  const words = useMessages(deskWords);
  const { item } = words;
  const text = useLocalText();
  const formats = useFormats();
  const placeName = usePlaceName();
  const nowMs = useNow();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const { office, due, assignee } = seen;
  return (
    <header className="desk-item-head">
      <button type="button" className="desk-tool" onClick={onBack} aria-label={item.back} title={item.back}>
        <ArrowLeft />
      </button>
      <div className="desk-item-name">
        <p className="desk-soft">{definition === null ? seen.serviceId : text(definition.name)}</p>
        <h1 ref={heading} tabIndex={-1} className="desk-item-title">
          {seen.registrationNumber}
        </h1>
        <StatusBadge status={seen.status} />
      </div>
      <dl className="desk-facts">
        <div>
          <dt>{item.facts.received}</dt>
          <dd title={formats.dateTime(seen.receivedAtMs)}>{formats.date(seen.receivedAtMs)}</dd>
        </div>
        <div>
          <dt>{item.facts.due}</dt>
          <dd>
            <DueBadge
              dueOn={due?.dueOn ?? null}
              isPaused={due !== null && due.pausedSinceMs !== null}
              isOver={isOver(seen.status)}
              today={wibDate(nowMs)}
            />
          </dd>
        </div>
        {office !== null && (
          <div>
            <dt>{item.levels[office.level]}</dt>
            <dd>{placeName(office.area)}</dd>
          </div>
        )}
        <div>
          <dt>{item.facts.assignee}</dt>
          <dd data-testid="desk-assignee">
            {assignee === null ? item.facts.nobody : assignee.accountId === accountId ? item.facts.me : assignee.name}
          </dd>
        </div>
      </dl>
      <Knowing seen={seen} />
    </header>
  );
}

function Knowing({ seen }: { readonly seen: DeskCase }) {
  const { item: words } = useMessages(deskWords);
  const { onBehalf, isSealed, duplicates } = seen;
  if (onBehalf === null && !isSealed && duplicates.length === 0) return null;
  return (
    <ul className="desk-knowing">
      {onBehalf !== null && (
        <li>
          <UsersRound />
          <span>
            <strong>{words.onBehalfTitle(onBehalf.name)}</strong> {words.onBehalf(onBehalf.submittedBy)}
          </span>
        </li>
      )}
      {duplicates.length > 0 && (
        <li className="desk-warn">
          <Copy />
          <span>
            <strong>{words.duplicates}</strong>{' '}
            {duplicates.map(({ id, registrationNumber, because }, index) => (
              <span key={`${id} ${because}`}>
                {index > 0 && ', '}
                <a href={`/meja/permohonan/${id}`}>{registrationNumber}</a> ({words.duplicateBecause[because]})
              </span>
            ))}
          </span>
        </li>
      )}
      {isSealed && (
        <li>
          <Lock />
          <span>{words.sealed}</span>
        </li>
      )}
    </ul>
  );
}
