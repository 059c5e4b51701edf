/** The steps, groups and repeats that are open while the survey is walked, and what a condition there can see. */
import type { Condition, Field, LocalizedText } from '#domain/service/definition.ts';
import { ExpressionProblem } from './expression.ts';
import type { Visible } from './relevant.ts';
import type { Place } from './sheet-lines.ts';

export interface Frame {
  /** loose: questions at the top that no group holds, and a repeat there. */
  readonly kind: 'loose' | 'step' | 'personGroup' | 'repeat';
  readonly id: string;
  readonly label: LocalizedText;
  readonly place: Place;
  readonly visibleWhen: Condition | undefined;
  /** The same as `visibleWhen`, as it has to be written outside of all groups: for the papers inside. */
  readonly outside: Condition | undefined;
  /** A repeat that has a fixed number of items. */
  readonly count: number | null;
  readonly fields: Field[];
  intro: LocalizedText | null;
  /** Notes that wait for the next question, to stand above its hint. */
  readonly notes: { readonly text: LocalizedText; readonly place: Place }[];
}

interface Known {
  readonly field: Field;
  readonly inside: readonly Frame[];
}

/** Questions by their name in the spreadsheet. */
export class Names {
  readonly #known = new Map<string, Known[]>();
  readonly #left = new Set<string>();

  add(name: string, field: Field, stack: readonly Frame[]): void {
    this.#known.set(name, [...(this.#known.get(name) ?? []), { field, inside: groupsOf(stack) }]);
  }

  /** A question that there is no like for: a condition on it gets a message of its own. */
  leave(name: string): void {
    this.#left.add(name);
  }

  /** What `${name}` is for a condition that stands inside of `stack`. Throws ExpressionProblem. */
  find(name: string, stack: readonly Frame[]): Visible {
    const found = this.#known.get(name) ?? [];
    const here = groupsOf(stack);
    const seen = found.map((known) => ({ known, rest: known.inside.slice(sharedDepth(known.inside, here)) }));
    const only = seen.length === 1 ? seen[0] : seen.findLast(({ rest }) => rest.length === 0);
    if (only === undefined) {
      if (found.length > 1)
        throw new ExpressionProblem(`names \${${name}}, and ${found.length} questions are called so`);
      const why = this.#left.has(name) ? 'which is not imported' : 'which is no question asked before this one';
      throw new ExpressionProblem(`looks at \${${name}}, ${why}`);
    }
    if (only.rest.some(({ kind }) => kind === 'repeat')) {
      throw new ExpressionProblem(`looks at \${${name}} from outside of its repeat, where it has many answers`);
    }
    const path = [...only.rest.map(({ id }) => id), only.known.field.id];
    if (this.#isCovered(path[0] ?? '', only.known, here)) {
      throw new ExpressionProblem(`looks at \${${name}}, and a question nearer by has the same id here`);
    }
    return { path: path.join('.'), field: only.known.field };
  }

  /** Inside of a group its own names come first: one that differs in capitals only would be taken instead. */
  #isCovered(id: string, wanted: Known, here: readonly Frame[]): boolean {
    const depth = sharedDepth(wanted.inside, here);
    return [...this.#known.values()].flat().some(({ field, inside }) => {
      const isNearer = inside.length > depth && sharedDepth(inside, here) === inside.length;
      return isNearer && field.id === id;
    });
  }
}

function groupsOf(stack: readonly Frame[]): readonly Frame[] {
  return stack.filter(({ kind }) => kind === 'personGroup' || kind === 'repeat');
}

function sharedDepth(a: readonly Frame[], b: readonly Frame[]): number {
  const apart = a.findIndex((frame, index) => frame !== b[index]);
  return apart === -1 ? a.length : apart;
}
