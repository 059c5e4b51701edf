import { type LevelWithSilent, pino, stdSerializers } from 'pino';
import type { ServerLogger } from './server-logger.ts';

export const logLevels = [
  'fatal',
  'error',
  'warn',
  'info',
  'debug',
  'trace',
  'silent',
] as const satisfies readonly LevelWithSilent[];
export type LogLevel = (typeof logLevels)[number];

/** JSON lines on standard error; standard output is the operator's. */
export function pinoLogger(level: LogLevel): ServerLogger {
  const log = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: stdSerializers.err } },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    info: (event, facts) => log.info(facts ?? {}, event),
    warn: (event, facts) => log.warn(facts ?? {}, event),
    error: (event, error, facts) => log.error({ ...facts, err: error }, event),
  };
}
