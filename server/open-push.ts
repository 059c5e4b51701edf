import type { Persistence } from './open-persistence.ts';
import { pushDesk, type PushDesk } from './push/push-desk.ts';
import { type PushHosts, usualPushHosts } from './push/push-hosts.ts';
import { pushJob } from './push/push-job.ts';
import { ownPushKeys, type PushKeys } from './push/push-keys.ts';
import { pushSender } from './push/push-sender.ts';
import { StartProblem } from './start-problem.ts';
import type { Job } from './stores/job-store.ts';
import { sqlPushStore } from './stores/sql-push-store.ts';

export interface PushSettings {
  /** Null: kept in the data folder, made at the first start. */
  readonly keys: PushKeys | null;
  readonly hosts: PushHosts;
  /** Null: the address that people know the office by. */
  readonly subject: string | null;
}

const usualPush: PushSettings = { keys: null, hosts: { hosts: usualPushHosts, testOrigin: null }, subject: null };

/** What of waking people stands before the server listens. */
export interface OpenedPush {
  readonly desk: PushDesk;
  job(persistence: Persistence, publicOrigin: string): ReturnType<typeof pushJob>;
}

/** Null where nobody is to be woken. Throws StartProblem. */
export function openPush(dataDir: string, settings: PushSettings | null = usualPush): OpenedPush | null {
  if (settings === null) return null;
  const keys = settings.keys ?? ownPushKeys(dataDir);
  if (keys === undefined) {
    throw new StartProblem(
      `push-keys.json in ${dataDir} is not a key of P-256. Restore it, or remove it: phones then ask for a new one.`,
    );
  }
  const nowMs = () => Date.now();
  return {
    desk: pushDesk(keys.publicKey, settings.hosts),
    job: ({ database }, publicOrigin) => {
      const sender = pushSender({ keys, hosts: settings.hosts, subject: settings.subject ?? publicOrigin, nowMs });
      return pushJob({ store: sqlPushStore(database), sender, serverKey: keys.publicKey, nowMs });
    },
  };
}

/** Where nobody is woken any more: what was put in before is done by that. */
export const wakeNobody = (_job: Job) => Promise.resolve({ kind: 'done' } as const);
