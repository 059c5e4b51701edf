/**
 * What a lock hides of each kind of row, and what it leaves for lists and indexes: which service, when, which kind of
 * paper, how large. Answers, names of files and bytes can't be read without the key.
 */
import type { AttachedDocument, Draft } from '#domain/application/draft.ts';
import type { Consent } from '#domain/resident/consent.ts';
import type { Bytes } from '#domain/sealing/primitives.ts';
import type { Resident, ResidentWords } from '#domain/resident/resident.ts';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import { isRecord } from '#lib/is-record.ts';
import type { Place, RowKey } from './row-key.ts';

type Digest = (bytes: ArrayBuffer) => Promise<string>;

/** A paper with its bytes, of an application or of the wallet. */
export interface WithBytes<T> {
  readonly paper: T;
  readonly bytes: ArrayBuffer;
}

export function isLocked(row: { readonly locked?: ArrayBuffer | true | undefined }): boolean {
  return row.locked !== undefined;
}

/** Answers are saved anew again and again, a consent is given once: each is sealed by itself. */
export function isDraftLocked({ locked, consent }: Pick<Draft, 'locked' | 'consent'>): boolean {
  return locked !== undefined || consent?.locked !== undefined;
}

export async function lockDraft<T extends Pick<Draft, 'id' | 'answers' | 'consent'>>(
  key: RowKey,
  draft: T,
): Promise<T & { readonly locked: ArrayBuffer }> {
  const { id, answers, consent } = draft;
  const agreed = consent === undefined ? {} : { consent: await lockConsent(key, id, consent) };
  return { ...draft, ...agreed, answers: {}, locked: await sealJson(key, { table: 'drafts', id }, answers) };
}

/** Of a consent it is the witness and the digest of the picture that are hidden. */
export async function lockConsent(key: RowKey, draftId: string, consent: Consent): Promise<Consent> {
  const { witness, proof } = consent;
  if (isConsentBare(consent)) return consent;
  return {
    ...consent,
    witness: null,
    proof: null,
    locked: await sealJson(key, witnessOf(draftId), { witness, proof }),
  };
}

/** Nothing of it is to be hidden, or all of it is. */
export function isConsentBare({ witness, proof }: Pick<Consent, 'witness' | 'proof'>): boolean {
  return witness === null && proof === null;
}

/** Undefined when it can't be opened with this key. Whatever is open already stays as it is. */
export async function openDraft<T extends Draft>(key: RowKey, draft: T): Promise<T | undefined> {
  const { id, locked } = draft;
  const consent = draft.consent && (await openConsent(key, id, draft.consent));
  if (draft.consent !== undefined && consent === undefined) return undefined;
  const agreed = consent === undefined ? draft : { ...draft, consent };
  if (locked === undefined) return agreed;
  const answers = await openJson(key, { table: 'drafts', id }, locked);
  // `locked` stays: Kirim compares what it read with what lies there.
  return isRecord(answers) ? { ...agreed, answers } : undefined;
}

async function openConsent(key: RowKey, draftId: string, consent: Consent): Promise<Consent | undefined> {
  const { locked, ...open } = consent;
  if (locked === undefined) return consent;
  const hidden = await openJson(key, witnessOf(draftId), locked);
  // So it was before the picture's digest was hidden, too.
  if (typeof hidden === 'string') return { ...open, witness: hidden };
  return isRecord(hidden) ? { ...open, ...(hidden as Pick<Consent, 'witness' | 'proof'>) } : undefined;
}

function witnessOf(draftId: string): Place {
  return { table: 'drafts', id: `${draftId}/witness` };
}

/** The row tells the length and the digest of what lies there; those of the paper itself are hidden with its name. */
export async function lockDocument(
  key: RowKey,
  digest: Digest,
  { paper, bytes }: WithBytes<AttachedDocument>,
): Promise<WithBytes<AttachedDocument>> {
  const { fileName, sizeBytes, sha256 } = paper;
  const locked = await sealJson(key, { table: 'documents', id: paper.id }, { fileName, sizeBytes, sha256 });
  const sealed = await lockBytes(key, digest, paper.id, bytes);
  return { paper: { ...paper, fileName: '', ...sealed.described, locked }, bytes: sealed.bytes };
}

export async function openDocument(key: RowKey, document: AttachedDocument): Promise<AttachedDocument | undefined> {
  if (document.locked === undefined) return document;
  const hidden = await openJson(key, { table: 'documents', id: document.id }, document.locked);
  if (!isRecord(hidden)) return undefined;
  const { locked: _locked, ...shown } = document;
  return { ...shown, ...(hidden as Pick<AttachedDocument, 'fileName' | 'sizeBytes' | 'sha256'>) };
}

export async function lockWalletPaper<T extends Omit<WalletPaper, 'ownerId'>>(
  key: RowKey,
  digest: Digest,
  { paper, bytes }: WithBytes<T>,
): Promise<WithBytes<T>> {
  const sealed = await lockBytes(key, digest, paper.id, bytes);
  return { paper: await lockWalletWords(key, paper, sealed.described), bytes: sealed.bytes };
}

/** Words anew over bytes that stay. @param described the bytes as they lie there */
export async function lockWalletWords<T extends Omit<WalletPaper, 'ownerId'>>(
  key: RowKey,
  paper: T,
  described: { readonly sizeBytes: number; readonly sha256: string },
): Promise<T & { readonly locked: ArrayBuffer }> {
  const { whose, fileName, sizeBytes, sha256, validUntil } = paper;
  const hidden = { whose, fileName, sizeBytes, sha256, validUntil };
  const locked = await sealJson(key, { table: 'wallet', id: paper.id }, hidden);
  return { ...paper, whose: '', fileName: '', validUntil: null, ...described, locked };
}

export async function openWalletPaper(key: RowKey, paper: WalletPaper): Promise<WalletPaper | undefined> {
  if (paper.locked === undefined) return paper;
  const hidden = await openJson(key, { table: 'wallet', id: paper.id }, paper.locked);
  if (!isRecord(hidden)) return undefined;
  const { locked: _locked, ...shown } = paper;
  return { ...shown, ...(hidden as Pick<WalletPaper, 'whose' | 'fileName' | 'sizeBytes' | 'sha256' | 'validUntil'>) };
}

export async function lockResident<T extends ResidentWords & Pick<Resident, 'id'>>(
  key: RowKey,
  resident: T,
): Promise<T & { readonly locked: ArrayBuffer }> {
  const { name, nik, phone, area, note } = resident;
  const locked = await sealJson(key, { table: 'residents', id: resident.id }, { name, nik, phone, area, note });
  return { ...resident, name: '', nik: '', phone: '', area: '', note: '', locked };
}

export async function openResident(key: RowKey, resident: Resident): Promise<Resident | undefined> {
  if (resident.locked === undefined) return resident;
  const hidden = await openJson(key, { table: 'residents', id: resident.id }, resident.locked);
  if (!isRecord(hidden)) return undefined;
  const { locked: _locked, ...shown } = resident;
  return { ...shown, ...(hidden as unknown as ResidentWords) };
}

export async function openPayload(key: RowKey, id: string, sealed: ArrayBuffer): Promise<ArrayBuffer | undefined> {
  return (await key.open({ table: 'payloads', id }, new Uint8Array(sealed)))?.buffer;
}

export async function lockPayload(key: RowKey, id: string, plain: ArrayBuffer): Promise<ArrayBuffer> {
  return (await key.seal({ table: 'payloads', id }, new Uint8Array(plain))).buffer;
}

async function lockBytes(key: RowKey, digest: Digest, id: string, plain: ArrayBuffer) {
  const bytes = await lockPayload(key, id, plain);
  return { bytes, described: { sizeBytes: bytes.byteLength, sha256: await digest(bytes) } };
}

/** Of texts about as long it tells about as much: lengths are rounded up, so that a list of rows tells less. */
const step = 256;

async function sealJson(key: RowKey, place: Place, value: unknown): Promise<ArrayBuffer> {
  const text = key.encode(JSON.stringify(value));
  const padded: Bytes = new Uint8Array(Math.ceil((text.length + 1) / step) * step).fill(0x20);
  padded.set(text);
  return (await key.seal(place, padded)).buffer;
}

async function openJson(key: RowKey, place: Place, sealed: ArrayBuffer): Promise<unknown> {
  const plain = await key.open(place, new Uint8Array(sealed));
  return plain === undefined ? undefined : (JSON.parse(key.decode(plain)) as unknown);
}
