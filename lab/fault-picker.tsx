import { type FaultKind, faultKinds } from '#tests/simulation/faults.ts';
import { Button } from '#ui/button.tsx';
import { faultGroups } from './fault-words.ts';
import { type Words, words } from './words.ts';

interface FaultPickerProps {
  readonly say: (text: Words) => string;
  readonly chosen: ReadonlySet<FaultKind>;
  readonly onChoose: (chosen: ReadonlySet<FaultKind>) => void;
}

export function FaultPicker({ say, chosen, onChoose }: FaultPickerProps) {
  function toggle(kind: FaultKind): void {
    const next = new Set(chosen);
    if (!next.delete(kind)) next.add(kind);
    onChoose(next);
  }
  return (
    <section aria-labelledby="faults">
      <h2 id="faults">{say(words.faults)}</h2>
      <p aria-live="polite">
        {chosen.size} / {faultKinds.length} {say(words.chosen)}
      </p>
      <div className="row">
        <Button variant="secondary" onClick={() => onChoose(new Set(faultKinds))}>
          {say(words.all)}
        </Button>
        <Button variant="secondary" onClick={() => onChoose(new Set())}>
          {say(words.none)}
        </Button>
      </div>
      {faultGroups.map(({ name, faults }) => (
        <details key={name.en}>
          <summary>{say(name)}</summary>
          <fieldset aria-label={say(name)}>
            {faults.map(([kind, text]) => (
              <label key={kind} className="fault">
                <input type="checkbox" name={kind} checked={chosen.has(kind)} onChange={() => toggle(kind)} />
                <span>{say(text)}</span>
              </label>
            ))}
          </fieldset>
        </details>
      ))}
    </section>
  );
}
