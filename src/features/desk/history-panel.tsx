import type { CaseEvent, DeskCase } from '#domain/desk/desk-case.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { useFormats } from '#i18n/format.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import { reasonCodeWords } from '#i18n/sets/reason-code.ts';
import { pointerNames } from '#domain/service/pointer-names.ts';

/** What happened so far, the latest first. */
export function HistoryPanel(props: { readonly seen: DeskCase; readonly definition: ServiceDefinition | null }) {
  const { seen, definition } = props;
  const { item: words } = useMessages(deskWords);
  return (
    <section className="desk-panel" aria-labelledby="desk-history">
      <h2 id="desk-history">{words.history}</h2>
      {seen.history.length === 0 ? (
        <p className="desk-soft">{words.noHistory}</p>
      ) : (
        <ol className="desk-history">
          {seen.history.toReversed().map((event) => (
            <li key={`${event.atMs} ${event.action}`}>
              <Event event={event} definition={definition} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Event({ event, definition }: { readonly event: CaseEvent; readonly definition: ServiceDefinition | null }) {
  const { item: words } = useMessages(deskWords);
  const reasons = useMessages(reasonCodeWords);
  const formats = useFormats();
  const text = useLocalText();
  const events: Readonly<Record<string, string>> = words.events;
  const people: Readonly<Record<string, string>> = words.who;
  const who = people[event.by === 'official' ? (event.role ?? 'official') : event.by] ?? words.who.official;
  return (
    <>
      <p>
        <strong>{events[event.action] ?? words.events.other}</strong> <span className="desk-soft">{who}</span>
      </p>
      <p className="desk-soft">{formats.dateTime(event.atMs)}</p>
      {event.reasonCode !== null && <p>{reasons[event.reasonCode]}</p>}
      {event.reason !== null && <p className="desk-quote">{event.reason}</p>}
      {event.fields.length > 0 && (
        <p className="desk-soft">
          {pointerNames(event.fields, definition)
            .map((name) => text(name))
            .join(', ')}
        </p>
      )}
    </>
  );
}
