/** What an office has that was restored from a backup is given to it once more, if this phone still has all of it (F49). */
import type { DeliveryProblem, OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import type { Clock, CommitResult, OutboxStore } from './ports.ts';

/** Told to its person: the office has it no more, and neither does this phone. */
export const forgotten: DeliveryProblem = {
  kind: 'refused',
  status: 404,
  detail: null,
  fieldProblems: [],
  isForgotten: true,
};

const anew = { state: 'waiting', attempts: 0, nextTryAtMs: 0, lastProblem: null, receipt: null } as const;

/**
 * It waits again, under its own id, so that an office which has it after all takes it once. `bytes-gone`: they were read
 * and are not what was sent.
 */
export async function offer(
  store: OutboxStore,
  { applicationId, envelope, documents }: OutboxEntry,
  fence: number,
): Promise<'offered' | 'bytes-gone' | 'later'> {
  for (const { id, ...expected } of [{ id: applicationId, ...envelope }, ...documents]) {
    const { kind } = await store.readPayload(id, expected);
    if (kind === 'damaged') return 'bytes-gone';
    if (kind === 'unreadable') return 'later';
  }
  const { kind } = await store.commit(applicationId, { documents, delivery: anew }, fence, 'strict');
  return kind === 'stored' ? 'offered' : 'later';
}

/** The receipt stays: it is what its person has in hand against the office. */
export async function tellPerson(
  { store, clock }: { readonly store: OutboxStore; readonly clock: Clock },
  { applicationId, documents, delivery: { receipt } }: OutboxEntry,
  problem: DeliveryProblem,
  fence: number,
): Promise<CommitResult> {
  const delivery = { state: 'needs-person', problem, sinceMs: clock.nowMs(), receipt } as const;
  return await store.commit(applicationId, { documents, delivery }, fence, 'strict');
}

/**
 * The feed tells of an application that the office had forgotten: it remembers, and what hung on it goes on. One that
 * lacks papers stays forgotten itself, because nobody has them.
 * @param again counts those that wait again
 */
export async function goOn(
  store: OutboxStore,
  accountId: string,
  told: readonly TrackedApplication[],
  fence: number,
  again: { offered: number },
): Promise<'done' | 'later'> {
  if (told.length === 0) return 'done';
  for (const entry of await store.readForgotten(accountId)) {
    const { applicationId, about, documents } = entry;
    const { receipt } = entry.delivery;
    const status = told.find((one) => one.applicationId === (about?.applicationId ?? applicationId))?.status;
    if (status === undefined) continue;
    if (about === undefined && (receipt === null || status === 'incomplete')) continue;
    const delivery =
      about === undefined && receipt !== null
        ? ({ state: 'delivered', receipt, deliveredAtMs: receipt.receivedAtMs } as const)
        : anew;
    const { kind } = await store.commit(applicationId, { documents, delivery }, fence, 'strict');
    if (kind !== 'stored') return 'later';
    if (delivery.state === 'waiting') again.offered += 1;
  }
  return 'done';
}
