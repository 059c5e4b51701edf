import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { DraftStore } from './ports.ts';
import type { Sealing } from './sealing.ts';

export const exportFormat = 'ajukan-export';
/** 2: whose it is and the device that made it, so that another phone can take it in. */
export const exportVersion = 2;
/** 3: sealed, which a release that does not know it must not send as if it were not. */
export const sealedExportVersion = 3;
/** 4: sealed, to be delivered by somebody else's phone. Whose it is stands nowhere in it. */
export const carriedExportVersion = 4;

/**
 * One entry as a file that the person keeps: JSON with the request body and every paper inside as Base64. What is
 * damaged on this phone is named instead of left out silently.
 */
export async function exportedEntry(
  entry: OutboxEntry,
  envelope: ArrayBuffer | 'unreadable' | undefined,
  readDocument: DraftStore['readDocument'],
  openSealing: () => Promise<Pick<Sealing, 'readPaper'> | null>,
  carry?: string,
): Promise<Blob> {
  const documents = [];
  for (const { id, slot, mediaType, sizeBytes, sha256 } of entry.documents) {
    const found = entry.sealed === undefined ? await readDocument(id) : undefined;
    const bytes = entry.sealed === undefined ? found?.bytes : await (await openSealing())?.readPaper(entry, id);
    documents.push({
      id,
      slot,
      mediaType,
      sizeBytes,
      sha256,
      fileName: found?.document.fileName ?? null,
      base64: bytes === undefined ? null : base64(bytes),
    });
  }
  const content = {
    format: exportFormat,
    formatVersion: entry.sealed === undefined ? exportVersion : sealedExportVersion,
    applicationId: entry.applicationId,
    ownerId: entry.ownerId,
    serviceId: entry.serviceId,
    serviceName: entry.serviceName,
    ...(carry === undefined ? {} : forCourier(carry)),
    deviceId: entry.deviceId,
    sequence: entry.sequence,
    createdAt: new Date(entry.createdAtMs).toISOString(),
    envelope: { ...entry.envelope, base64: envelope instanceof ArrayBuffer ? base64(envelope) : null },
    documents,
  };
  return new Blob([JSON.stringify(content, null, 1)], { type: 'application/json' });
}

/** The courier's phone calls it by its own words. */
function forCourier(carry: string) {
  return { formatVersion: carriedExportVersion, ownerId: null, serviceName: { id: 'Titipan', en: 'Carried' }, carry };
}

function base64(bytes: ArrayBuffer): string {
  const view = new Uint8Array(bytes);
  let text = '';
  for (let start = 0; start < view.length; start += 8192)
    text += String.fromCharCode(...view.subarray(start, start + 8192));
  return btoa(text);
}
