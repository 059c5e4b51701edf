import { type LogLevel, pinoLogger } from './http/pino-logger.ts';
import { type JobWorker, startJobs } from './jobs/job-worker.ts';
import { noticeJob } from './notices/notice-job.ts';
import type { Persistence } from './open-persistence.ts';
import { type OpenedPush, wakeNobody } from './open-push.ts';
import type { JobStore } from './stores/job-store.ts';
import { sqlJobStore } from './stores/sql-job-store.ts';
import { sqlNoticeStore } from './stores/sql-notice-store.ts';
import type { UploadPorts } from './uploads/receive-upload.ts';
import { verdictJob } from './uploads/verdict-job.ts';
import { signedPost, type WebhookSettings } from './webhooks/signed-post.ts';

/** Does what was put into the job table, for as long as the server runs. */
export function openJobs(
  settings: {
    readonly logLevel: LogLevel;
    readonly notices?: WebhookSettings | null;
    readonly adaptJobs?: (store: JobStore) => JobStore;
  },
  persistence: Persistence,
  parts: { readonly push: OpenedPush | null; readonly publicOrigin: string; readonly papers: UploadPorts },
): JobWorker {
  const logger = pinoLogger(settings.logLevel);
  const store = sqlJobStore(persistence.database);
  return startJobs({
    store: settings.adaptJobs?.(store) ?? store,
    handlers: {
      push: parts.push?.job(persistence, parts.publicOrigin) ?? wakeNobody,
      notice: settings.notices
        ? noticeJob({ store: sqlNoticeStore(persistence.database), post: signedPost(settings.notices) })
        : wakeNobody,
      verdict: verdictJob(parts.papers),
    },
    log: (event, facts) => logger.warn(event, facts),
    nowMs: () => Date.now(),
    chance: Math.random,
  });
}
