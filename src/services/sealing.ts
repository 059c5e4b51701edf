import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { newEntry, plainEnvelopeType, submissionText, type SubmissionParts } from '#domain/application/submission.ts';
import {
  howToSeal,
  type HowToSeal,
  recoveryKeyOf,
  type SealingKey,
  type SealingMode,
} from '#domain/sealing/sealing-terms.ts';
import { singleFlight } from '#lib/single-flight.ts';
import type { PaperDamaged, SeenDraft, SubmitEnd } from './ports.ts';
import { sealWaiting } from './seal-waiting.ts';
import { sealedEntry } from './sealed-entry.ts';
import type { SealingPorts } from './sealing-ports.ts';

export interface SealedOrder {
  readonly parts: SubmissionParts;
  readonly recipients: readonly SealingKey[];
  readonly seen: SeenDraft;
  readonly maskedName: string | null;
}

/** Sealing at Kirim, and of what had to be sent off without a key. */
export interface Sealing {
  /** By what the office said last, without asking it. */
  how(): Promise<HowToSeal>;
  /** Null before the first contact. */
  mode(): Promise<SealingMode | null>;
  /** The office's own for the day on which somebody has forgotten everything; null where it has none that is known here. */
  recoveryKey(): Promise<SealingKey | null>;
  /** From draft to sealed entry. */
  submit(order: SealedOrder): Promise<SubmitEnd | PaperDamaged>;
  /** The sealed bytes of a paper of a sealed entry; undefined when missing or damaged. */
  readPaper(entry: OutboxEntry, documentId: string): Promise<ArrayBuffer | undefined>;
  /** Asks the office what it wants, then seals what waits and may not go as it is. Joins one that is under way. */
  refresh(): Promise<void>;
}

export function createSealing(ports: SealingPorts): Sealing {
  const { store, device } = ports;

  const readTerms = () => store.readTerms().catch(() => null);

  async function how(): Promise<HowToSeal> {
    try {
      const held = await store.readTerms();
      return howToSeal(held?.terms ?? null, ports.wished(), device.nowMs());
    } catch {
      // What the office wants can't be read just now: nothing goes before that is known.
      return { kind: 'seal-later' };
    }
  }

  async function submit({ parts, recipients, seen, maskedName }: SealedOrder): ReturnType<Sealing['submit']> {
    const damagedSlots: string[] = [];
    const papers = parts.documents.map(({ id, slot }) => ({
      id,
      async read() {
        const found = await ports.drafts.readDocument(id);
        if (found !== undefined) return found.bytes;
        damagedSlots.push(slot);
        throw new Error('a paper can not be read');
      },
    }));
    // To the office it is a part of its application.
    const applicationId = parts.repair?.applicationId ?? parts.applicationId;
    const isRevision = parts.repair !== undefined;
    const envelope = new TextEncoder().encode(submissionText(parts)).buffer;
    const sealed = await ports.seal({ applicationId, recipients, envelope, papers, isRevision }).catch(() => null);
    const [damagedSlot] = damagedSlots;
    if (damagedSlot !== undefined) return { kind: 'paper-damaged', slot: damagedSlot };
    if (sealed === null) return { kind: 'failed', reason: 'unknown' };
    const plain = newEntry(parts, { mediaType: plainEnvelopeType, sizeBytes: 0, sha256: '' });
    const entry = await sealedEntry(plain, sealed, maskedName, ports.digest);
    return store.submit(entry, sealed, seen);
  }

  const refresh = singleFlight(async () => {
    const held = await readTerms();
    const fetched = await ports.fetchTerms(held?.etag ?? null);
    if (fetched.kind === 'ok') await store.keepTerms({ terms: fetched.terms, etag: fetched.etag });
    if (await sealWaiting(ports, await how())) ports.poke();
  });

  async function readPaper({ documents }: OutboxEntry, documentId: string): Promise<ArrayBuffer | undefined> {
    const document = documents.find(({ id }) => id === documentId);
    const read = document && (await store.readPayload(documentId, document));
    return read?.kind === 'ok' ? read.bytes : undefined;
  }

  return {
    readPaper,
    how,
    mode: async () => (await readTerms())?.terms.mode ?? null,
    async recoveryKey() {
      const held = await readTerms();
      return held === null ? null : (recoveryKeyOf(held.terms, device.nowMs()) ?? null);
    },
    submit,
    refresh,
  };
}
