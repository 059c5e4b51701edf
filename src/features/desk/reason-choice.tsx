import { type ReasonCode, reasonsFor } from '#domain/office/reason-code.ts';
import { useMessages } from '#i18n/messages.ts';
import { deskWords } from '#i18n/sets/desk.ts';
import { reasonCodeWords } from '#i18n/sets/reason-code.ts';
import type { useBegun } from './use-marks.ts';

/**
 * The reason in short, which the office counts, as words that can be pressed. A press also puts a sentence for the applicant
 * into the box, where nothing else was written there.
 */
export function ReasonChoice(props: {
  readonly action: 'return' | 'reject';
  readonly begun: ReturnType<typeof useBegun>;
  readonly onChosen: () => void;
}) {
  const { action, begun, onChosen } = props;
  const { decide: words } = useMessages(deskWords);
  const names = useMessages(reasonCodeWords);
  const sentences: Readonly<Partial<Record<ReasonCode, string>>> = words.sentences[action];
  const isReady = begun.reason.trim() === '' || Object.values(sentences).includes(begun.reason.trim());

  function choose(code: ReasonCode): void {
    const isChosen = begun.reasonCode !== code;
    begun.setReasonCode(isChosen ? code : null);
    if (isReady) begun.setReason((isChosen ? sentences[code] : undefined) ?? '');
    onChosen();
  }
  return (
    <fieldset className="desk-sentences">
      <legend className="desk-label">{words.shortReason}</legend>
      {reasonsFor(action).map((code) => (
        <button
          key={code}
          type="button"
          className="desk-sentence"
          aria-pressed={begun.reasonCode === code}
          data-testid={`reason-${code}`}
          onClick={() => choose(code)}
        >
          {names[code]}
        </button>
      ))}
    </fieldset>
  );
}
