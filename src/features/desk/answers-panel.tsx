import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { DeskCase } from '#domain/desk/desk-case.ts';
import { useLocalText } from '#i18n/local-text.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import type { DeskMenu } from '#services/menu-desk.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { type AnswerLine, answerParts } from './answer-lines.ts';
import { useAnswerText } from './answer-text.tsx';
import { MarkBox } from './mark-box.tsx';
import { RevealBar } from './reveal-bar.tsx';
import type { Marks } from './use-marks.ts';
import { useReveal } from './use-reveal.ts';

/** What the citizen answered, each with a box to mark it by where a repair may be asked for. */
export function AnswersPanel(props: {
  readonly desk: DeskMenu;
  readonly onOtherVersion: () => void;
  readonly seen: DeskCase;
  readonly definition: ServiceDefinition | null;
  readonly marks: Marks | null;
}) {
  const { desk, onOtherVersion, seen, definition, marks } = props;
  const reveal = useReveal(desk, seen, definition, onOtherVersion);
  const { item: words } = useMessages(deskWords);
  const text = useLocalText();
  return (
    <section className="desk-panel desk-answers" aria-labelledby="desk-answers">
      <h2 id="desk-answers">{words.answers}</h2>
      {definition === null && <p className="desk-note">{words.noForm}</p>}
      {definition !== null && definition.schemaVersion !== seen.schemaVersion && (
        <p className="desk-note">{words.oldForm}</p>
      )}
      <RevealBar reveal={reveal} />
      {answerParts(definition, reveal.answers).map((part) => (
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
        {value === undefined ? (
          <span className="desk-soft">{words.empty}</span>
        ) : (
          <AnswerWords text={answer(field, value)} isNumber={field?.type === 'nik' || field?.type === 'kk'} />
        )}
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

/** Of a masked number only the end is read out. */
function AnswerWords({ text, isNumber }: { readonly text: string; readonly isNumber: boolean }) {
  const { item } = useMessages(deskWords);
  if (!isNumber || !text.includes('•')) return text;
  return (
    <>
      <span aria-hidden="true">{text}</span>
      <VisuallyHidden>{item.reveal.masked(text.slice(-4))}</VisuallyHidden>
    </>
  );
}
