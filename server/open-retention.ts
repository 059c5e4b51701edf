import { type LogLevel, pinoLogger } from './http/pino-logger.ts';
import type { Persistence } from './open-persistence.ts';
import { type RetentionTerms, usualTerms } from './retention/retention-terms.ts';
import { type RetentionTimer, startRetention } from './retention/retention-timer.ts';
import { sweepRetention, type SweepPorts } from './retention/sweep-retention.ts';
import { sqlErasureStore } from './stores/sql-erasure-store.ts';
import { sqlRetentionStore } from './stores/sql-retention-store.ts';
import type { UploadStore } from './uploads/upload-store.ts';

export function sweepPortsOf({ database, uploadLock }: Persistence, uploads: UploadStore): SweepPorts {
  return {
    retention: sqlRetentionStore(database),
    erasures: sqlErasureStore(database),
    uploads,
    uploadLock,
    nowMs: () => Date.now(),
  };
}

/** Takes away what is over, now and then, for as long as the server runs. */
export function openRetention(
  settings: { readonly logLevel: LogLevel; readonly retention?: RetentionTerms },
  persistence: Persistence,
  uploads: UploadStore,
): RetentionTimer {
  const logger = pinoLogger(settings.logLevel);
  const ports = sweepPortsOf(persistence, uploads);
  return startRetention(
    async (signal) => {
      const swept = await sweepRetention(ports, settings.retention ?? usualTerms, signal);
      if (Object.keys(swept).length > 0) logger.info('retention', swept);
    },
    (error) => logger.error('retention: nothing more was removed this time', error),
  );
}
