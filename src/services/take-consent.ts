import type { AttachedDocument } from '#domain/application/draft.ts';
import { maxDocumentBytes } from '#domain/document/sniff.ts';
import { cleanText } from '#domain/form/clean-text.ts';
import { type Consent, consentSlot, consentTextVersion } from '#domain/resident/consent.ts';
import type { GivenConsent, StartForResult } from './menu-residents.ts';
import type { Device, PreparePaper } from './ports.ts';

/** The resident's yes, and the picture that shows it. */
export interface TakenConsent {
  readonly consent: Consent;
  readonly picture: { readonly document: Omit<AttachedDocument, 'applicationId'>; readonly bytes: ArrayBuffer } | null;
}

const longestName = 200;

/** Fixes how and when a resident agreed; the picture's bytes are those that will be sent. */
export async function takeConsent(
  ports: { readonly device: Device; readonly preparePaper: PreparePaper },
  given: GivenConsent,
): Promise<TakenConsent | Extract<StartForResult, { kind: 'refused' | 'witness-missing' }>> {
  const { device } = ports;
  const said = {
    textVersion: consentTextVersion,
    language: given.language,
    method: given.method,
    givenAtMs: device.nowMs(),
    witness: null,
    proof: null,
  };
  if (given.method === 'spoken') {
    const witness = cleanText(given.witness, false).slice(0, longestName).trim();
    return witness === '' ? { kind: 'witness-missing' } : { consent: { ...said, witness }, picture: null };
  }
  const read = await ports.preparePaper({
    file: given.picture,
    accept: ['image/jpeg', 'image/png', 'image/webp'],
    maxBytes: maxDocumentBytes,
    quality: 'normal',
  });
  if (read.kind === 'refused') return read.reason === 'too-large' ? { ...read, limitBytes: maxDocumentBytes } : read;
  const { bytes, mediaType, sha256 } = read;
  const document = {
    id: device.newId(),
    slot: consentSlot,
    mediaType,
    sizeBytes: bytes.byteLength,
    sha256,
    fileName: given.picture.name,
    attachedAtMs: device.nowMs(),
  };
  return { consent: { ...said, proof: sha256 }, picture: { document, bytes } };
}
