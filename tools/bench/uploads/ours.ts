/** The outbox engine as it is, with a store in memory: everything is sent off at once, then driven until it is there. */
import { createHttpClient } from '../../../src/api/http-client.ts';
import { createOfficeClient } from '../../../src/api/office-client.ts';
import type { OutboxEntry } from '../../../src/domain/application/outbox-entry.ts';
import type { Office } from '../../../src/sync/ports.ts';
import { createRunner } from '../../../src/sync/runner.ts';
import type { TestSubmission } from '../../../server/testing/test-submission.ts';
import { createMemoryOutboxStore } from '../../../tests/fakes/memory-outbox-store.ts';
import { browserLikeFetch } from './browser-like-fetch.ts';
import { bodyOf, type Cargo, type RealOffice, sha256 } from './cargo.ts';
import type { Sent, Sending } from './sending.ts';

const ownerId = 'siti';

export async function sendOurs(
  cargo: Cargo,
  answerBytes: number,
  url: string,
  office: RealOffice,
  limitMs: number,
  onStored: (entry: OutboxEntry) => Promise<void> = () => Promise.resolve(),
): Promise<Sent> {
  const store = createMemoryOutboxStore();
  for (const [index, submission] of cargo.submissions.entries()) {
    const envelope = bodyOf(submission, answerBytes);
    const payloads = submission.papers.map(({ id, file }) => [id, file.bytes.buffer] as const);
    store.put(entryOf(submission, envelope, index + 1), {
      [submission.id]: envelope,
      ...Object.fromEntries(payloads),
    });
  }
  const sending: Sending = { requests: 0, resentAcknowledgedBytes: 0, urls: new Map() };
  const overHttp = browserLikeFetch();
  const http = createHttpClient({
    baseUrl: url,
    fetch: (input, init) => {
      sending.requests += 1;
      const headers = new Headers(init?.headers);
      headers.set('Authorization', office.phone.authorization.Authorization);
      return overHttp(input, { ...init, headers });
    },
  });
  const nowMs = (): number => Date.now();
  const told = watched(createOfficeClient(http, nowMs), sending);
  const me = await told.whoAmI(new AbortController().signal);
  store.setAccount(me.kind === 'ok' ? me.value.accountId : ownerId);
  for (const entry of store.entries())
    store.put({ ...entry, ownerId: me.kind === 'ok' ? me.value.accountId : ownerId });
  const startedMs = performance.now();
  let doneMs = 0;
  const isDone = (): boolean => store.entries().every(({ delivery }) => delivery.state === 'delivered');
  const runner = createRunner({
    store: {
      ...store,
      async commit(...change) {
        const result = await store.commit(...change);
        const entry = await store.readEntry(change[0]);
        if (entry !== undefined) await onStored(entry);
        if (doneMs === 0 && isDone()) doneMs = performance.now();
        return result;
      },
    },
    office: told,
    clock: { nowMs, sleep: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)) },
    chance: Math.random,
    log: { debug: () => undefined, warn: () => undefined },
    lock: { withLock: (work) => work({ fence: 1, lost: new AbortController().signal }) },
  });
  const timer = setTimeout(() => runner.stop(), limitMs);
  while (!isDone() && performance.now() - startedMs < limitMs) {
    const report = await runner.run('signal');
    if (report.kind !== 'finished' || report.nextTryAtMs === null) break;
    const waitMs = Math.min(report.nextTryAtMs - Date.now(), limitMs);
    if (!isDone() && waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
  clearTimeout(timer);
  overHttp.close();
  return { ...sending, tookMs: (doneMs === 0 ? performance.now() : doneMs) - startedMs, isDone: isDone() };
}

/** Notes where each file went, and what was sent again although the office had said that it has it. */
function watched(office: Office, sending: Sending): Office {
  const acknowledged = new Map<string, number>();
  const note = (uploadUrl: string, offsetBytes: number): void => {
    acknowledged.set(uploadUrl, Math.max(acknowledged.get(uploadUrl) ?? 0, offsetBytes));
  };
  return {
    ...office,
    async putDocument(applicationId, document, signal) {
      const outcome = await office.putDocument(applicationId, document, signal);
      if (outcome.kind === 'ok' && outcome.value.uploadUrl !== null)
        sending.urls.set(document.id, outcome.value.uploadUrl);
      return outcome;
    },
    async readOffset(uploadUrl, signal) {
      const outcome = await office.readOffset(uploadUrl, signal);
      if (outcome.kind === 'ok') note(uploadUrl, outcome.value.offsetBytes);
      return outcome;
    },
    async appendPiece(uploadUrl, offsetBytes, piece, signal) {
      const overlap = (acknowledged.get(uploadUrl) ?? 0) - offsetBytes;
      sending.resentAcknowledgedBytes += Math.min(piece.byteLength, Math.max(0, overlap));
      const outcome = await office.appendPiece(uploadUrl, offsetBytes, piece, signal);
      if (outcome.kind === 'ok') note(uploadUrl, outcome.value.offsetBytes);
      return outcome;
    },
  };
}

function entryOf({ id, papers }: TestSubmission, envelope: ArrayBuffer, sequence: number): OutboxEntry {
  return {
    applicationId: id,
    ownerId,
    deviceId: '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f',
    sequence,
    serviceId: 'surat-uji',
    serviceName: { id: 'Surat uji' },
    createdAtMs: 0,
    envelope: { mediaType: 'application/json', sizeBytes: envelope.byteLength, sha256: sha256(envelope) },
    documents: papers.map((paper) => ({
      id: paper.id,
      slot: paper.slot,
      mediaType: paper.file.mediaType,
      sizeBytes: paper.file.size,
      sha256: paper.file.sha256,
      progress: { state: 'pending' },
      restarts: 0,
    })),
    delivery: { state: 'waiting', attempts: 0, nextTryAtMs: 0, lastProblem: null, receipt: null },
  };
}
