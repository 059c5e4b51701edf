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
  if (how.kind === 'seal-later') return false;
  const { store } = ports;
  let changed = false;
  const isOurs = how.kind === 'plain' ? ({ sealFirst }: OutboxEntry) => sealFirst === true : wantsSeal(how.isRequired);
  for (const entry of await store.listReadable(isOurs)) {
    // One after the other: a small phone holds the papers of one.
    const isDone =
      how.kind === 'plain'
        ? (await store.seal(entry.applicationId, null, withoutMark)) === 'stored'
        : await sealOne({ ...ports, isOurs }, entry, how.recipients).catch(() => false);
    changed ||= isDone;
  }
  return changed;
}

interface OnePorts extends SealingPorts {
  readonly isOurs: (entry: OutboxEntry) => boolean;
}

function withoutMark({ sealFirst: _first, ...entry }: OutboxEntry): OutboxEntry {
  return entry;
}

/**
 * It waits for a seal; or the office has answered that it takes nothing without one, so that it has not taken this; or it
 * is known to say so, and has never been asked.
 */
function wantsSeal(isRequired: boolean): OnePorts['isOurs'] {
  return ({ sealFirst, untried, delivery, about }) => {
    // Nothing in a withdrawal has to be sealed.
    if (delivery.state !== 'waiting' || delivery.receipt !== null || about?.kind === 'withdrawal') return false;
    // Also one of which a copy was saved, and that is not called untried any more: nothing goes before its seal.
    return sealFirst === true || delivery.lastProblem?.kind === 'seal-needed' || (isRequired && untried === true);
  };
}

async function sealOne(ports: OnePorts, entry: OutboxEntry, recipients: readonly SealingKey[]): Promise<boolean> {
  const { applicationId } = entry;
  const form = await ports.store.readPayload(applicationId, entry.envelope);
  if (form.kind !== 'ok') return form.kind === 'damaged' && sayDamaged(ports, entry, applicationId);
  // The office may have heard of the papers under their old ids, with other content.
  const ids = new Map(entry.documents.map(({ id }) => [id, ports.device.newId()]));
  const damagedIds: string[] = [];
  const papers = entry.documents.map((document) => ({
    id: ids.get(document.id) ?? document.id,
    async read() {
      const paper = await ports.store.readPayload(document.id, document);
      if (paper.kind === 'ok') return paper.bytes;
      if (paper.kind === 'damaged') damagedIds.push(document.id);
      throw new Error('a paper can not be read');
    },
  }));
  const envelope = withIds(form.bytes, ids);
  const sealed = await ports
    .seal({
      applicationId: entry.about?.applicationId ?? applicationId,
      recipients,
      envelope,
      papers,
      isRevision: entry.about !== undefined,
    })
    .catch(() => null);
  const [damagedId] = damagedIds;
  if (damagedId !== undefined) return sayDamaged(ports, entry, damagedId);
  if (sealed === null) return false;
  const plain = { ...entry, documents: entry.documents.map((document) => begunWith(document, ids)) };
  const fresh = await sealedEntry(plain, sealed, null, ports.digest);
  const change = (now: OutboxEntry): OutboxEntry | null => (ports.isOurs(now) ? asDue(fresh, now, ports) : null);
  return (await ports.store.seal(applicationId, sealed, change)) === 'stored';
}

/** What can't be sealed waits for its person, as what can't be sent does. There is nothing more to send. */
async function sayDamaged(ports: OnePorts, { applicationId }: OutboxEntry, documentId: string): Promise<false> {
  const sinceMs = ports.device.nowMs();
  await ports.store.seal(applicationId, null, (now) =>
    ports.isOurs(now)
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
