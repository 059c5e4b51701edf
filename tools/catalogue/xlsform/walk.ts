/** What the walk through a survey carries along, and the cells of a line that need it to be understood. */
import type { Condition, LocalizedText, Option, Requirement, Step } from '#domain/service/definition.ts';
import { ExpressionProblem } from './expression.ts';
import type { Frame, Names } from './frame.ts';
import { conditionOf } from './relevant.ts';
import type { Remark } from './remark.ts';
import type { Line, Place } from './sheet-lines.ts';
import type { TextReader } from './texts.ts';

export interface Walk {
  readonly stack: Frame[];
  readonly steps: Step[];
  readonly requirements: Requirement[];
  readonly origins: Map<object, Place>;
  readonly names: Names;
  readonly columnsSaid: Set<string>;
  readonly title: LocalizedText;
  readonly lists: ReadonlyMap<string, readonly Option[]>;
  readonly texts: TextReader;
  readonly say: (remark: Remark) => void;
}

export function helpIn(walk: Walk, line: Line, frame: Frame): LocalizedText | null {
  const hint = walk.texts.read(line, 'hint');
  const texts = [...frame.notes.splice(0).map(({ text }) => text), ...(hint === null ? [] : [hint])];
  const [first, ...others] = texts;
  if (first === undefined) return null;
  return others.reduce<LocalizedText>((sum, next) => {
    const id = `${sum.id}\n${next.id}`;
    const en = sum.en === undefined && next.en === undefined ? undefined : `${sum.en ?? sum.id}\n${next.en ?? next.id}`;
    return en === undefined ? { id } : { id, en };
  }, first);
}

export function requiredIn(walk: Walk, line: Line): boolean {
  const cell = line.get('required').toLowerCase();
  if (/^(?:yes|true(?:\(\))?|1)$/.test(cell)) return true;
  if (!/^(?:no|false(?:\(\))?|0)?$/.test(cell)) {
    walk.say({
      weight: 'lost',
      place: line.at('required'),
      message: 'is required by a condition: say yes or no, and use relevant',
    });
  }
  return false;
}

/**
 * The condition for something that stands inside of `stack`; undefined when there is none, or none that can be said.
 * @param again the condition was judged before: what is wrong with it has been said
 */
export function conditionIn(walk: Walk, line: Line, stack: readonly Frame[], again = false): Condition | undefined {
  const source = line.get('relevant');
  if (source === '') return undefined;
  try {
    return conditionOf(source, (name) => walk.names.find(name, stack));
  } catch (error) {
    if (!(error instanceof ExpressionProblem)) throw error;
    if (!again) walk.say({ weight: 'lost', place: line.at('relevant'), message: error.message });
    return undefined;
  }
}

export function countIn(walk: Walk, line: Line): number | null {
  const cell = line.get('repeat_count');
  if (cell === '') return null;
  const count = Number(cell);
  if (Number.isInteger(count) && count > 0) return count;
  walk.say({
    weight: 'lost',
    place: line.at('repeat_count'),
    message: 'is no plain number: people add as many items as they have',
  });
  return null;
}
