/** An outbox that would take a person years to fill, put into the phone's own store. */
import type { ChromiumPhone } from '../harness/chromium.ts';

/**
 * Sequence numbers 1 to `count`, of nobody who is signed in: so nothing is sent. Every tenth waits for a person. The
 * page must be one of the app's origin, and the app must have made its store.
 */
export async function seedOutbox(phone: ChromiumPhone, count: number): Promise<void> {
  await phone.page.evaluate(
    (total) =>
      new Promise<void>((resolve, reject) => {
        const row = (sequence: number): unknown => {
          const applicationId = `00000000-0000-7000-8000-${String(sequence).padStart(12, '0')}`;
          const atMs = 1_700_000_000_000 + sequence;
          const delivery =
            sequence % 10 === 0
              ? {
                  state: 'needs-person',
                  problem: { kind: 'refused', status: 422, detail: null, fieldProblems: [] },
                  sinceMs: atMs,
                  receipt: null,
                }
              : { state: 'waiting', attempts: 0, nextTryAtMs: atMs, lastProblem: null, receipt: null };
          const entry = {
            applicationId,
            ownerId: null,
            deviceId: 'seeded',
            sequence,
            serviceId: 'sku',
            serviceName: { id: `Surat KANARI ${sequence}`, en: `Letter KANARI ${sequence}` },
            createdAtMs: atMs,
            envelope: { mediaType: 'application/json', sizeBytes: 2_000, sha256: 'b'.repeat(64) },
            documents: [],
            delivery,
          };
          return { applicationId, ownerKey: '', deviceId: 'seeded', sequence, state: delivery.state, entry };
        };
        const opening = indexedDB.open('ajukan');
        opening.onerror = () => reject(new Error('the store does not open'));
        opening.onsuccess = () => {
          const db = opening.result;
          const writing = db.transaction('outbox', 'readwrite');
          for (let sequence = 1; sequence <= total; sequence += 1) writing.objectStore('outbox').put(row(sequence));
          writing.onabort = () => reject(new Error('the outbox is not written'));
          writing.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
    count,
  );
}
