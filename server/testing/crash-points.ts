import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import type { AppPorts } from '../app-ports.ts';
import type { JobStore } from '../stores/job-store.ts';

/** Where a backend may die while it takes an application with its paper, gives it back and takes it repaired, in the order of the way. */
export const crashPoints = [
  'application: before its transaction',
  'application: written, not committed',
  'application: committed, not answered',
  'announcement: before its transaction',
  'announcement: written, not committed',
  'announcement: committed, not answered',
  'bytes: a piece half written',
  'bytes: durable, offset not answered',
  'bytes: all held, not read back',
  'bytes: read back, not made durable',
  'wrong bytes: found, not cleared',
  'wrong bytes: cleared, not answered',
  'verdict: bytes durable, nothing written down',
  'verdict: written, not committed',
  'verdict: committed, not answered',
  'decision: before its transaction',
  'decision: written, not committed',
  'decision: committed, not answered',
  'revision: before its transaction',
  'revision: written, not committed',
  'revision: committed, not answered',
] as const;
export type CrashPoint = (typeof crashPoints)[number];

/** Where it may die while it does what was put into its job table. */
export const jobCrashPoints = ['job: taken, not begun', 'job: done, not written down'] as const;
export type JobCrashPoint = (typeof jobCrashPoints)[number];

/** The job table of a server that kills its own process the first time that it comes to the point. */
export function crashInJob(point: JobCrashPoint): (store: JobStore) => JobStore {
  const crash = (here: JobCrashPoint): void => {
    if (here === point) process.kill(process.pid, 'SIGKILL');
  };
  return (store) => ({
    ...store,
    claim: async (nowMs, most, leaseMs) => {
      const jobs = await store.claim(nowMs, most, leaseMs);
      if (jobs.length > 0) crash('job: taken, not begun');
      return jobs;
    },
    finish: (job) => {
      crash('job: done, not written down');
      return store.finish(job);
    },
  });
}

/**
 * The parts of a server that kills its own process, as with kill -9, the first time that it comes to the point. The
 * points at a commit are set in the database drivers themselves, so call it once in a process and nowhere else.
 */
export function crashAt(point: CrashPoint): (ports: AppPorts) => AppPorts {
  const crash = (here: CrashPoint): void => {
    if (here === point) process.kill(process.pid, 'SIGKILL');
  };
  const commit = beforeCommit();
  const transaction = async <T>(what: TransactionName, work: () => Promise<T>): Promise<T> => {
    if (what !== 'verdict') crash(`${what}: before its transaction`);
    const value = await commit.during(() => crash(`${what}: written, not committed`), work);
    crash(`${what}: committed, not answered`);
    return value;
  };
  return (ports) => ({
    ...ports,
    applications: {
      ...ports.applications,
      submit: (application, nowMs) => transaction('application', () => ports.applications.submit(application, nowMs)),
      decide: (decision, judge, nowMs) =>
        transaction('decision', () => ports.applications.decide(decision, judge, nowMs)),
    },
    documents: {
      ...ports.documents,
      announce: (document, nowMs) => transaction('announcement', () => ports.documents.announce(document, nowMs)),
      markVerified: (id, rewrittenSizeBytes, nowMs) =>
        transaction('verdict', () => ports.documents.markVerified(id, rewrittenSizeBytes, nowMs)),
    },
    revisions: {
      ...ports.revisions,
      revise: (revision, mayChange, nowMs) =>
        transaction('revision', () => ports.revisions.revise(revision, mayChange, nowMs)),
    },
    uploads: {
      ...ports.uploads,
      append: async (key, chunks, limitBytes, hold) => {
        const half = andThen(chunks, () => crash('bytes: a piece half written'));
        const appended = await ports.uploads.append(key, half, limitBytes, hold);
        crash('bytes: durable, offset not answered');
        return appended;
      },
      digest: async (key) => {
        crash('bytes: all held, not read back');
        return await ports.uploads.digest(key);
      },
      makeDurable: async (key) => {
        crash('bytes: read back, not made durable');
        await ports.uploads.makeDurable(key);
        crash('verdict: bytes durable, nothing written down');
      },
      clear: async (key) => {
        crash('wrong bytes: found, not cleared');
        await ports.uploads.clear(key);
        crash('wrong bytes: cleared, not answered');
      },
    },
  });
}

type TransactionName = 'application' | 'announcement' | 'verdict' | 'decision' | 'revision';

/** `then` runs once the first chunk has been taken and the next is asked for: what came first is written. */
async function* andThen(chunks: AsyncIterable<Uint8Array>, then: () => void): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    yield chunk;
    then();
  }
}

/** Tells when the database is about to be asked to commit, while some work is under way. */
function beforeCommit(): { during<T>(tell: () => void, work: () => Promise<T>): Promise<T> } {
  const told = new Set<() => void>();
  const look = (sql: unknown): void => {
    if (sql === 'COMMIT') for (const tell of told) tell();
  };
  DatabaseSync.prototype.exec = new Proxy(DatabaseSync.prototype.exec, {
    apply: (exec, database: DatabaseSync, asked) => {
      look(asked[0]);
      Reflect.apply<DatabaseSync, string[], void>(exec, database, asked);
    },
  });
  Client.prototype.query = new Proxy(Client.prototype.query, {
    apply: (query, client: Client, asked) => {
      look(asked[0]);
      return Reflect.apply<Client, unknown[], unknown>(query, client, asked);
    },
  });
  return {
    during: async (tell, work) => {
      told.add(tell);
      try {
        return await work();
      } finally {
        told.delete(tell);
      }
    },
  };
}
