/**
 * A line of the log that a person may hand to somebody who helps. It can't hold personal data by its shape: facts of
 * known names only, and of them codes in lower case, names of errors, small numbers and the ends of our own ids.
 */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

export interface LogLine {
  readonly atMs: number;
  readonly event: string;
  readonly facts: Facts;
}

/** How much is kept: weeks of an ordinary phone, a few minutes of a bad one, and some kilobytes. */
export const mostLogLines = 300;

const eventName = /^[a-z]{1,15}([.-][a-z]{1,15}){0,4}$/;
const code = /^[a-z]{1,15}(-[a-z]{1,15}){0,4}$/;
/** Their values are this code's own words. */
const codes: ReadonlySet<string> = new Set(['to', 'outcome', 'result', 'state', 'end', 'why', 'reason', 'keeper']);
const numbers: ReadonlySet<string> = new Set(['status', 'ms', 'waiting', 'inMs', 'purged', 'quarantined', 'ok']);
const errorName = /^[A-Z][A-Za-z]{0,30}Error$|^Error$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Telephone numbers, NIK and the number of a family card are longer. */
const greatest = 999_999_999;
const leftOut = '-';

export function logLine(atMs: number, event: string, facts: Facts = {}): LogLine {
  const plain = Object.entries(facts).flatMap(([name, value]) => {
    const fact = plainFact(name, value);
    return fact === undefined ? [] : [[name, fact] as const];
  });
  return { atMs, event: eventName.test(event) ? event : leftOut, facts: Object.fromEntries(plain) };
}

function plainFact(name: string, value: Facts[string]): Facts[string] | undefined {
  if (value === null || typeof value === 'boolean') return codes.has(name) || numbers.has(name) ? value : undefined;
  if (typeof value === 'number') return numbers.has(name) ? smallNumber(value) : undefined;
  // The end of a UUIDv7 is chance; its beginning is a time.
  if (name === 'id') return uuid.test(value) ? `…${value.slice(-6)}` : leftOut;
  if (name === 'name') return errorName.test(value) ? value : leftOut;
  return codes.has(name) && code.test(value) ? value : undefined;
}

function smallNumber(value: number): number | string {
  return Number.isFinite(value) && Math.abs(value) <= greatest ? Math.round(value) : leftOut;
}

export function isLogLine(value: unknown): value is LogLine {
  return (
    typeof value === 'object' &&
    value !== null &&
    'atMs' in value &&
    typeof value.atMs === 'number' &&
    'event' in value &&
    typeof value.event === 'string' &&
    'facts' in value &&
    typeof value.facts === 'object' &&
    value.facts !== null
  );
}

/** "2026-11-26 09:14:03 answer id=…3fa21c to=submit outcome=ok". UTC, as the office's own log has it. */
export function logText(lines: readonly LogLine[]): string {
  return lines
    .map(({ atMs, event, facts }) => {
      const words = Object.entries(facts).flatMap(([name, value]) =>
        value === null ? [] : [`${name}=${String(value)}`],
      );
      return [new Date(atMs).toISOString().slice(0, 19).replace('T', ' '), event, ...words].join(' ');
    })
    .join('\n');
}
