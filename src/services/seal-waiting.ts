import type { OutboxDocument, OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { HowToSeal, SealingKey } from '#domain/sealing/sealing-terms.ts';
import { isRecord } from '#lib/is-record.ts';
import { sealedEntry } from './sealed-entry.ts';
import type { SealingPorts } from './sealing-ports.ts';

/**
 * Seals what was sent off readable before there was a key, or before the office asked for seals. Only what the office
 * can't have: under the same id it would be another content there.
 * @returns whether something may go now that could not before
 */
export async function sealWaiting(ports: SealingPorts, how: HowToSeal): Promise<boolean> {
  let changed = false;
  for (const entry of await ports.store.listReadable()) {
    if (how.kind === 'plain' && entry.sealFirst === true) {
      const end = await ports.store.seal(entry.applicationId, null, withoutMark);
      changed ||= end === 'stored';
    }
    // One after the other: a small phone holds the papers of one.
    if (how.kind === 'seal' && isOurs(entry))
      changed = (await sealOne(ports, entry, how.recipients).catch(() => false)) || changed;
  }
  return changed;
}

function withoutMark({ sealFirst: _first, ...entry }: OutboxEntry): OutboxEntry {
  return entry;
}

/** It waits for a seal; or the office has answered that it takes nothing without one, so that it has not taken this. */
function isOurs({ sealFirst, untried, delivery }: OutboxEntry): boolean {
  if (delivery.state !== 'waiting' || delivery.receipt !== null) return false;
  // Also one of which a copy was saved, and that is not called untried any more: nothing goes before its seal.
  return sealFirst === true || (untried !== true && delivery.lastProblem?.kind === 'app-too-old');
}

async function sealOne(ports: SealingPorts, entry: OutboxEntry, recipients: readonly SealingKey[]): Promise<boolean> {
  const { applicationId } = entry;
  const form = await ports.store.readPayload(applicationId, entry.envelope);
  if (form.kind !== 'ok') return form.kind === 'damaged' && sayDamaged(ports, entry, applicationId);
  // The office may have heard of the papers under their old ids, with other content.
  const ids = new Map(entry.documents.map(({ id }) => [id, ports.device.newId()]));
  const papers: { id: string; bytes: ArrayBuffer }[] = [];
  for (const document of entry.documents) {
    const paper = await ports.store.readPayload(document.id, document);
    if (paper.kind !== 'ok') return paper.kind === 'damaged' && sayDamaged(ports, entry, document.id);
    papers.push({ id: ids.get(document.id) ?? document.id, bytes: paper.bytes });
  }
  const envelope = withIds(form.bytes, ids);
  const sealed = await ports.seal({ applicationId, recipients, envelope, papers }).catch(() => null);
  if (sealed === null) return false;
  const plain = { ...entry, documents: entry.documents.map((document) => begunWith(document, ids)) };
  const fresh = await sealedEntry(plain, sealed, null, ports.digest);
  const end = await ports.store.seal(applicationId, sealed, (now) => (isOurs(now) ? asDue(fresh, now, ports) : null));
  return end === 'stored';
}

/** What can't be sealed waits for its person, as what can't be sent does. There is nothing more to send. */
async function sayDamaged(ports: SealingPorts, { applicationId }: OutboxEntry, documentId: string): Promise<false> {
  const sinceMs = ports.device.nowMs();
  await ports.store.seal(applicationId, null, (now) =>
    isOurs(now)
      ? {
          ...now,
          delivery: { state: 'needs-person', problem: { kind: 'file-damaged', documentId }, sinceMs, receipt: null },
        }
      : null,
  );
  return false;
}

/** What the person decided meanwhile stays. */
function asDue(fresh: OutboxEntry, now: OutboxEntry, { device }: SealingPorts): OutboxEntry {
  const { sealFirst: _first, ...rest } = now;
  const { delivery } = now;
  return {
    ...rest,
    sealed: { maskedName: null },
    envelope: fresh.envelope,
    documents: fresh.documents,
    delivery:
      delivery.state === 'waiting'
        ? { ...delivery, attempts: 0, lastProblem: null, nextTryAtMs: device.nowMs() }
        : delivery,
  };
}

function begunWith(document: OutboxDocument, ids: ReadonlyMap<string, string>): OutboxDocument {
  return { ...document, id: ids.get(document.id) ?? document.id, progress: { state: 'pending' }, restarts: 0 };
}

function withIds(form: ArrayBuffer, ids: ReadonlyMap<string, string>): ArrayBuffer {
  const submission: unknown = JSON.parse(new TextDecoder().decode(form));
  if (!isRecord(submission) || !Array.isArray(submission['documents'])) throw new Error('this is no submission');
  const documents = submission['documents'].filter(isRecord).map((document) => ({
    ...document,
    id: ids.get(String(document['id'])) ?? document['id'],
  }));
  return new TextEncoder().encode(JSON.stringify({ ...submission, documents })).buffer;
}
