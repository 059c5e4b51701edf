import { type SyntheticEvent, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { type Story, tellStory } from './run.ts';
import { type Words, words } from './words.ts';

interface ReplayProps {
  readonly say: (text: Words) => string;
  readonly without: ReadonlySet<string>;
  readonly seed: string;
  readonly onSeed: (seed: string) => void;
}

const wholeNumber = /^[1-9]\d{0,8}$/;

export function Replay({ say, without, seed, onSeed }: ReplayProps) {
  const [story, setStory] = useState<Story | null>(null);
  const [isWrong, setWrong] = useState(false);

  async function show(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const isNumber = wholeNumber.test(seed.trim());
    setWrong(!isNumber);
    setStory(null);
    if (isNumber) setStory(await tellStory(Number(seed.trim()), without));
  }

  return (
    <section aria-labelledby="replay">
      <h2 id="replay">{say(words.replay)}</h2>
      <p>{say(words.sameAgain)}</p>
      <form className="row" noValidate onSubmit={(event) => void show(event)}>
        <label>
          {say(words.seed)}
          <input
            name="seed"
            inputMode="numeric"
            autoComplete="off"
            value={seed}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? 'seed-wrong' : undefined}
            onChange={(event) => onSeed(event.target.value)}
          />
        </label>
        <Button type="submit" variant="secondary">
          {say(words.show)}
        </Button>
      </form>
      {isWrong && (
        <p id="seed-wrong" role="alert" className="wrong">
          {say(words.seedWrong)}
        </p>
      )}
      {story !== null && <Told say={say} story={story} />}
    </section>
  );
}

function Told({ say, story: { seed, lines, failure } }: { readonly say: ReplayProps['say']; readonly story: Story }) {
  return (
    <>
      <p data-testid="verdict" role="status" className={failure === null ? 'right' : 'wrong'}>
        {failure === null ? say(words.kept) : `${say(words.notKept)}: ${failure.message}`}
      </p>
      {/* Reachable with the keyboard, because it scrolls. */}
      <section className="story" aria-label={`${say(words.story)} ${String(seed)}`} tabIndex={0}>
        <ol lang="en">
          {lines.map((line, index) => (
            // The story is told once and never changes its order.
            <li key={index} className={classOf(line)}>
              {line}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function classOf(line: string): string | undefined {
  if (line.includes(' s  *** ')) return 'strike';
  if (line.includes(' s  !!! ')) return 'bad';
  if (line.includes(' s  --- ')) return 'healed';
  return undefined;
}
