import type { LogFacts, ServerLogger } from '../http/server-logger.ts';

export interface LoggedLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly facts: LogFacts;
  readonly error?: unknown;
}

export function recordingLogger(): { readonly logger: ServerLogger; readonly lines: readonly LoggedLine[] } {
  const lines: LoggedLine[] = [];
  return {
    lines,
    logger: {
      info: (event, facts = {}) => lines.push({ level: 'info', event, facts }),
      warn: (event, facts = {}) => lines.push({ level: 'warn', event, facts }),
      error: (event, error, facts = {}) => lines.push({ level: 'error', event, facts, error }),
    },
  };
}
