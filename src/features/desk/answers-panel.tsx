import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { DeskCase } from '#domain/desk/desk-case.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import { type AnswerLine, answerParts } from './answer-lines.ts';
import { useAnswerText } from './answer-text.tsx';
import { MarkBox } from './mark-box.tsx';
import type { Marks } from './use-marks.ts';

/** What the citizen answered, each with a box to mark it by where a repair may be asked for. */
export function AnswersPanel(props: {
  readonly seen: DeskCase;
  readonly definition: ServiceDefinition | null;
  readonly marks: Marks | null;
}) {
  const { seen, definition, marks } = props;
  const { item: words } = useMessages(deskWords);
  const text = useLocalText();
  return (
    <section className="desk-panel desk-answers" aria-labelledby="desk-answers">
      <h2 id="desk-answers">{words.answers}</h2>
      {definition === null && <p className="desk-note">{words.noForm}</p>}
      {definition !== null && definition.schemaVersion !== seen.schemaVersion && (
        <p className="desk-note">{words.oldForm}</p>
      )}
      {answerParts(definition, seen.data).map((part) => (
        <div key={part.id} className="desk-part">
          <h3>{part.title === null ? words.otherAnswers : text(part.title)}</h3>
          <dl>
            {part.lines.map((line) => (
              <Line key={line.pointer} line={line} marks={marks} before={seen.fields.includes(line.pointer)} />
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}

function Line(props: { readonly line: AnswerLine; readonly marks: Marks | null; readonly before: boolean }) {
  const { line, marks, before } = props;
  const { item: words } = useMessages(deskWords);
  const text = useLocalText();
  const answer = useAnswerText();
  const { of, field, value, pointer } = line;
  const whose = of === null ? '' : `${text(of.label)}${of.number === null ? '' : ` ${of.number}`} – `;
  const label = `${whose}${text(line.label)}`;
  return (
    <div className="desk-line" data-marked={marks?.has(pointer) === true} data-pointer={pointer}>
      <dt>{label}</dt>
      <dd>
        {value === undefined ? <span className="desk-soft">{words.empty}</span> : answer(field, value)}
        {before && <span className="desk-before">{words.askedBefore}</span>}
      </dd>
      {marks !== null && (
        <dd className="desk-mark">
          <MarkBox marks={marks} pointer={pointer} label={words.mark(label)} />
        </dd>
      )}
    </div>
  );
}
