import { logLine, mostLogLines, type LogLine } from '#lib/log-line.ts';
import type { Logger } from '#sync/ports.ts';

const recent: LogLine[] = [];

/**
 * Names of events and plain facts, for somebody with a cable and for the log that a person can share; never a form
 * value, a file name or an id number.
 */
export const browserLogger: Logger = {
  debug: remember,
  warn(event, facts) {
    console.warn(`ajukan ${event}`, JSON.stringify(facts ?? {}));
    remember(event, facts);
  },
};

function remember(...[event, facts]: Parameters<Logger['debug']>): void {
  recent.push(logLine(Date.now(), event, facts));
  if (recent.length > mostLogLines) recent.shift();
}

/** Each line is given out once. */
export function takeRecentLines(): readonly LogLine[] {
  return recent.splice(0);
}
