import { useRef, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { faultGroups } from './fault-words.ts';
import { firstOf } from './first-of.ts';
import { runMany, type Tally } from './run.ts';
import { type LabLanguage, type Words, words } from './words.ts';

interface RunPanelProps {
  readonly say: (text: Words) => string;
  readonly language: LabLanguage;
  readonly without: ReadonlySet<string>;
  /** A day that broke a promise is shown at once. */
  readonly onReplay: (seed: number) => void;
}

const choices = [100, 1_000, 10_000] as const;
const verdicts = ['lost', 'duplicated', 'wedged', 'broken'] as const;
const highestFirst = 900_000_000;

export function RunPanel({ say, language, without, onReplay }: RunPanelProps) {
  const [seeds, setSeeds] = useState<number>(choices[0]);
  const [tally, setTally] = useState<Tally | null>(null);
  const [isRunning, setRunning] = useState(false);
  const running = useRef<AbortController | null>(null);

  async function start(): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setRunning(true);
    setTally(null);
    try {
      const first = firstOf(location.search) ?? 1 + Math.floor(Math.random() * highestFirst);
      const { failures } = await runMany({ first, seeds, without }, controller.signal, setTally);
      const [failure] = failures;
      if (failure !== undefined) onReplay(failure.seed);
    } finally {
      setRunning(false);
    }
  }

  return (
    <section aria-labelledby="run">
      <h2 id="run">{say(words.run)}</h2>
      <fieldset className="choices" disabled={isRunning}>
        <legend>{say(words.howMany)}</legend>
        {choices.map((choice) => (
          <label key={choice} className="fault">
            <input type="radio" name="seeds" checked={seeds === choice} onChange={() => setSeeds(choice)} />
            <span>{choice.toLocaleString(language)}</span>
          </label>
        ))}
      </fieldset>
      {isRunning ? (
        <Button wide variant="secondary" onClick={() => running.current?.abort()}>
          {say(words.stop)}
        </Button>
      ) : (
        <Button wide onClick={() => void start()}>
          {say(words.start)}
        </Button>
      )}
      {tally !== null && <Outcome say={say} language={language} tally={tally} of={seeds} />}
    </section>
  );
}

interface OutcomeProps extends Pick<RunPanelProps, 'say' | 'language'> {
  readonly tally: Tally;
  readonly of: number;
}

function Outcome({ say, language, tally, of }: OutcomeProps) {
  const number = (value: number): string => value.toLocaleString(language);
  const count = (verdict: (typeof verdicts)[number]): number =>
    tally.failures.filter((failure) => failure.verdict === verdict).length;
  return (
    <>
      <progress max={of} value={tally.seeds} aria-label={say(words.days)} />
      <p data-testid="tally">
        {number(tally.seeds)} {say(words.days)} · {number(tally.events)} {say(words.events)}
      </p>
      <dl className="verdicts">
        {verdicts.map((verdict) => (
          <div key={verdict} data-testid={verdict} className={count(verdict) === 0 ? 'good' : 'bad'}>
            <dt>{say(words[verdict])}</dt>
            <dd>{number(count(verdict))}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{say(words.struck)}</summary>
        <Struck say={say} tally={tally} />
      </details>
    </>
  );
}

function Struck({ say, tally }: Pick<OutcomeProps, 'say' | 'tally'>) {
  const came = faultGroups
    .flatMap(({ faults }) => faults)
    .map(([kind, text]) => ({ kind, text, count: tally.kinds[kind] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((left, right) => right.count - left.count);
  if (came.length === 0) return <p>{say(words.nothingCame)}</p>;
  return (
    <ul className="struck">
      {came.map(({ kind, text, count }) => (
        <li key={kind}>
          <span>{say(text)}</span>
          <span>
            {Math.round((count / tally.seeds) * 100)} % {say(words.shareOfDays)}
          </span>
        </li>
      ))}
    </ul>
  );
}
