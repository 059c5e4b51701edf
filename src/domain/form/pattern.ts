/**
 * Patterns run on the phone with every letter typed, and a backtracking engine can be kept busy for years by a short
 * one: `^(a+)+$`. So a pattern has to be of the part that every dialect shares, without back references and looking
 * around, and the steps that it can take on the longest answer are counted beforehand: an upper bound, never an estimate.
 */

/** Most steps that judging one answer may take. The bound is high: what reaches it really takes 15 ms on a desk, 0.1 s on a slow phone. */
const mostSteps = 30_000_000;
const longestPattern = 500;

interface Cost {
  /** Most ways to match from one place on: each of them may be tried with everything that follows. */
  readonly ways: number;
  /** Most steps to try all of them. */
  readonly steps: number;
  /** Fewest characters that a match takes. */
  readonly least: number;
}

interface Reader {
  readonly pattern: string;
  readonly longest: number;
  at: number;
  problem: string | null;
}

/**
 * Why a pattern can't be used, in English for the person who writes it; null when it can.
 * @param longest most characters of an answer
 */
export function patternProblem(pattern: string, longest = 200): string | null {
  if (pattern.length > longestPattern) return `is longer than ${longestPattern} characters`;
  if (!isRegularExpression(pattern)) return 'is no regular expression';
  const reader: Reader = { pattern, longest, at: 0, problem: null };
  const { steps } = readAlternatives(reader);
  if (reader.problem !== null) return reader.problem;
  // Without ^ it is tried again from each character of the answer.
  const total = steps * (isAnchored(pattern) ? 1 : longest + 1);
  if (total <= mostSteps) return null;
  return `could keep a phone busy for very long on an answer of ${longest} characters: repeat nothing that repeats inside, begin with ^, or give a smaller maxLength`;
}

const judged = new Map<string, RegExp | null>();

/** Whether an answer fits. A pattern that can't be used is the office's mistake, never the person's: everything fits. */
export function patternFits(pattern: string, longest: number, text: string): boolean {
  const key = `${longest} ${pattern}`;
  let expression = judged.get(key);
  if (expression === undefined) {
    expression = patternProblem(pattern, longest) === null ? new RegExp(pattern, 'u') : null;
    judged.set(key, expression);
  }
  return expression === null || expression.test(text);
}

function isRegularExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** Every alternative at the top begins with ^: said only of what is plain to see. */
function isAnchored(pattern: string): boolean {
  return pattern.startsWith('^') && (!pattern.includes('|') || /^\^\((?:\?:)?[^()]*\)\$$/.test(pattern));
}

function readAlternatives(reader: Reader): Cost {
  let cost = readSequence(reader);
  while (reader.pattern[reader.at] === '|') {
    reader.at += 1;
    const other = readSequence(reader);
    cost = {
      ways: cost.ways + other.ways,
      steps: cost.steps + other.steps,
      least: Math.min(cost.least, other.least),
    };
  }
  return cost;
}

function readSequence(reader: Reader): Cost {
  let cost: Cost = { ways: 1, steps: 1, least: 0 };
  while (reader.at < reader.pattern.length && !/[|)]/.test(reader.pattern[reader.at] ?? '')) {
    const next = repeatedCost(readAtom(reader), readRepetition(reader), reader.longest);
    cost = {
      ways: cost.ways * next.ways,
      steps: cost.steps + cost.ways * next.steps,
      least: cost.least + next.least,
    };
  }
  return cost;
}

const single: Cost = { ways: 1, steps: 1, least: 1 };
const edge: Cost = { ways: 1, steps: 1, least: 0 };
const atom = /\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|\\c.|\\.|./suy;
const repetition = /(?:[*+?]|\{(\d+)(,(\d*))?\})\??/uy;

function readAtom(reader: Reader): Cost {
  const { pattern } = reader;
  if (pattern[reader.at] === '(') return readGroup(reader);
  atom.lastIndex = reader.at;
  const text = atom.exec(pattern)?.[0] ?? pattern[reader.at] ?? '';
  reader.at += text.length;
  if (/^\\[1-9k]/.test(text)) reader.problem = 'refers back to what it found before (\\1): no other dialect can';
  return text === '^' || text === '$' || text === '\\b' || text === '\\B' ? edge : single;
}

function readGroup(reader: Reader): Cost {
  const opening = /\((?:\?(?:<?[=!]|:|<[^>]*>|[^:]*:))?/uy;
  opening.lastIndex = reader.at;
  const text = opening.exec(reader.pattern)?.[0] ?? '(';
  if (/^\(\?<?[=!]/.test(text)) reader.problem = 'looks ahead or back (?=…): no other dialect can';
  reader.at += text.length;
  const cost = readAlternatives(reader);
  reader.at += 1;
  return cost;
}

function readRepetition(reader: Reader): readonly [least: number, most: number] {
  repetition.lastIndex = reader.at;
  const found = repetition.exec(reader.pattern);
  if (found === null) return [1, 1];
  reader.at += found[0].length;
  const [sign] = found[0];
  if (sign === '*') return [0, Number.POSITIVE_INFINITY];
  if (sign === '+') return [1, Number.POSITIVE_INFINITY];
  if (sign === '?') return [0, 1];
  const least = Number(found[1]);
  return [least, found[2] === undefined ? least : found[3] === '' ? Number.POSITIVE_INFINITY : Number(found[3])];
}

/** Rounds beyond the answer's length can't be: each takes a character, or is the last. */
function repeatedCost(once: Cost, [least, most]: readonly [number, number], longest: number): Cost {
  const rounds = Math.min(most, Math.floor(longest / Math.max(once.least, 1)) + 1);
  let ways = 0;
  let steps = 1;
  let waysOfRound = 1;
  for (let round = 0; round <= rounds && steps <= mostSteps; round += 1) {
    if (round >= least) ways += waysOfRound;
    if (round === rounds) break;
    steps += waysOfRound * once.steps;
    waysOfRound *= once.ways;
  }
  return { ways: Math.max(ways, 1), steps, least: once.least * least };
}
