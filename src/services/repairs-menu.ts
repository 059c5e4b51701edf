import type { Draft } from '#domain/application/draft.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { DraftRepair } from '#domain/application/repair.ts';
import { plainEnvelopeType } from '#domain/application/submission.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import { fitAnswers } from '#domain/form/fit-answers.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import type { LiveQuery } from '#lib/live-query.ts';
import type { BeginRepairResult, ChangesOf, RepairsMenu } from './menu-repairs.ts';
import type { SaveResult } from './menu.ts';
import { newDraft } from './new-draft.ts';
import type { AccountStore, CatalogueStore, Device, Digest, DraftStore, OutboxShelf, Stored } from './ports.ts';
import { draftRepair, firstMarkedPlace } from './repair-draft.ts';

export interface ChangeStore {
  live(applicationId: string): LiveQuery<ChangesOf>;
  /** Null when nothing was heard of it. */
  readTracked(applicationId: string): Promise<TrackedApplication | null>;
  /** Of whoever uses the phone; null when none was begun. */
  readDraftId(applicationId: string): Promise<string | null>;
  /** Strict: what was typed stays, what the office marked is what it says now. */
  rebase(draftId: string, repair: DraftRepair): Promise<Stored>;
  /** Strict: a withdrawal and its bytes, once for one application. */
  add(entry: OutboxEntry, envelope: ArrayBuffer): Promise<Stored>;
  /** Strict: only what waits for a person. */
  drop(changeId: string): Promise<Stored>;
}

export interface RepairsPorts {
  readonly store: ChangeStore;
  readonly shelf: Pick<OutboxShelf, 'readEntry' | 'readDevice'>;
  readonly drafts: Pick<DraftStore, 'addDraft' | 'readDraft'>;
  readonly account: Pick<AccountStore, 'readAccount'>;
  readonly catalogue: Pick<CatalogueStore, 'readService'>;
  /** Of the office, now; null when it gives no answer. */
  readonly fetchTracked: (applicationId: string) => Promise<TrackedApplication | null>;
  readonly device: Device;
  readonly digest: Digest;
  readonly isKnownArea: () => Promise<(code: string) => boolean>;
  /** There is something new to send. */
  readonly poke: () => void;
}

export function createRepairsMenu(ports: RepairsPorts): RepairsMenu {
  const { store, shelf, device } = ports;
  return {
    begin: (applicationId) => begin(ports, applicationId),
    changes: (applicationId) => store.live(applicationId),
    officeAnswers: async (applicationId) => (await store.readTracked(applicationId))?.repair?.answers ?? null,
    drop: async (changeId) => saved(await store.drop(changeId)),

    async withdraw(applicationId) {
      const entry = await shelf.readEntry(applicationId);
      if (entry?.delivery.state !== 'delivered') return { kind: 'gone' };
      const tracked = await store.readTracked(applicationId);
      const seenVersion = Math.max(tracked?.version ?? 0, entry.delivery.receipt.version);
      const { deviceId, nextSequence } = await shelf.readDevice();
      const envelope = new TextEncoder().encode('{}').buffer;
      const nowMs = device.nowMs();
      const { ownerId, serviceId, serviceName, residentId } = entry;
      const stored = await store.add(
        {
          applicationId: device.newId(),
          ownerId,
          deviceId,
          sequence: Math.max(1, nextSequence - 1),
          serviceId,
          serviceName,
          createdAtMs: nowMs,
          envelope: {
            mediaType: plainEnvelopeType,
            sizeBytes: envelope.byteLength,
            sha256: await ports.digest(envelope),
          },
          documents: [],
          delivery: { state: 'waiting', attempts: 0, nextTryAtMs: nowMs, lastProblem: null, receipt: null },
          untried: true,
          about: { kind: 'withdrawal', applicationId, seenVersion },
          ...(residentId === undefined ? {} : { residentId }),
        },
        envelope,
      );
      if (stored.kind === 'stored') ports.poke();
      return saved(stored);
    },
  };
}

async function begin(ports: RepairsPorts, applicationId: string): Promise<BeginRepairResult> {
  const { store, shelf, drafts, catalogue } = ports;
  const entry = await shelf.readEntry(applicationId);
  if (entry?.delivery.state !== 'delivered') return { kind: 'not-returned' };
  const { registrationNumber } = entry.delivery.receipt;
  const known = await store.readTracked(applicationId);
  const begun = await store.readDraftId(applicationId);
  if (begun !== null && known !== null) return goOn(ports, begun, draftRepair(known, registrationNumber));
  const tracked = known?.repair?.answers === undefined ? await ports.fetchTracked(applicationId) : known;
  if (tracked === null) return { kind: known?.status === 'returned' ? 'signal-needed' : 'not-returned' };
  const repair = draftRepair(tracked, registrationNumber);
  if (repair === undefined) return { kind: 'not-returned' };
  const definition = await catalogue.readService(entry.serviceId);
  if (definition === undefined) return { kind: 'unknown-service' };
  const context = { today: wibDate(ports.device.nowMs()), isKnownArea: await ports.isKnownArea() };
  const { answers } = fitAnswers(definition, tracked.repair?.answers ?? {}, context);
  const whose = entry.residentId === undefined ? {} : { residentId: entry.residentId };
  const fresh = await newDraft(ports, definition, answers, entry.ownerId, whose);
  const draft: Draft = { ...fresh, place: firstMarkedPlace(definition, repair.fields), repair };
  const added = await drafts.addDraft(draft);
  return added.kind === 'failed' ? added : { kind: 'started', draftId: draft.id };
}

/** It was given back once more while the repair lay there: the newest marks count, and what was typed stays. */
async function goOn(
  { store, drafts }: RepairsPorts,
  draftId: string,
  repair: DraftRepair | undefined,
): Promise<BeginRepairResult> {
  const draft = await drafts.readDraft(draftId);
  if (draft?.repair === undefined || repair === undefined) return { kind: 'not-returned' };
  if (draft.repair.seenVersion < repair.seenVersion) {
    const rebased = await store.rebase(draftId, repair);
    if (rebased.kind === 'failed') return rebased;
  }
  return { kind: 'started', draftId };
}

function saved(stored: Stored): SaveResult {
  return stored.kind === 'stored' ? { kind: 'saved' } : stored;
}
