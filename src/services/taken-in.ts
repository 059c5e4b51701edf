/**
 * "Buka berkas kiriman": a copy that `exportedEntry` made becomes an entry of this phone. Nothing in it is believed
 * without its SHA-256; the application's id and bytes stay what they were, so the office has it once, however many
 * phones send it.
 */
import type { AttachedDocument } from '#domain/application/draft.ts';
import { carriedOwner } from '#domain/application/carried.ts';
import type { OutboxDocument, OutboxEntry } from '#domain/application/outbox-entry.ts';
import { plainEnvelopeType } from '#domain/application/submission.ts';
import type { MediaType } from '#domain/service/definition.ts';
import { isRecord } from '#lib/is-record.ts';
import { carriedExportVersion, exportFormat, exportVersion, sealedExportVersion } from './exported-entry.ts';
import type { TakeInResult } from './menu.ts';
import type { AccountStore, Device, Digest, OutboxShelf } from './ports.ts';

export interface TakeInPorts {
  readonly shelf: Pick<OutboxShelf, 'takeIn'>;
  readonly account: Pick<AccountStore, 'readAccount'>;
  readonly device: Pick<Device, 'nowMs'>;
  readonly digest: Digest;
}

/** More than the papers of any service together, in Base64. */
const mostBytes = 120_000_000;

type Members = Readonly<Record<string, unknown>>;
interface Part {
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly base64: string | null;
}
interface Paper extends Part {
  readonly id: string;
  readonly slot: string;
  readonly mediaType: MediaType;
  readonly fileName: string | null;
}
interface Copy {
  readonly applicationId: string;
  readonly ownerId: string | null;
  readonly serviceId: string;
  readonly serviceName: OutboxEntry['serviceName'];
  readonly deviceId: string;
  readonly sequence: number;
  readonly createdAtMs: number;
  readonly isSealed: boolean;
  readonly envelope: Part;
  readonly documents: readonly Paper[];
}

export async function takenIn(ports: TakeInPorts, file: Blob): Promise<TakeInResult> {
  if (file.size > mostBytes) return { kind: 'too-large' };
  const content = await readJson(file);
  if (content?.['format'] !== exportFormat) return { kind: 'not-a-copy' };
  const version = content['formatVersion'];
  if (version !== exportVersion && version !== sealedExportVersion && version !== carriedExportVersion)
    return { kind: 'other-version' };
  const copy = copyIn(content);
  if (copy === undefined) return { kind: 'not-a-copy' };
  const carry = version === carriedExportVersion ? carryIn(content['carry'], copy) : undefined;
  if (version === carriedExportVersion && carry === undefined) return { kind: 'not-a-copy' };
  const account = await ports.account.readAccount();
  if (copy.ownerId !== null && account === null) return { kind: 'sign-in-needed' };
  if (copy.ownerId !== null && copy.ownerId !== account?.accountId) return { kind: 'other-owner' };

  const envelope = await whole(ports.digest, copy.envelope);
  if (envelope === undefined || !isAbout(copy, envelope)) return { kind: 'damaged', slot: null };
  const papers: { document: AttachedDocument; bytes: ArrayBuffer }[] = [];
  for (const paper of copy.documents) {
    const bytes = await whole(ports.digest, paper);
    if (bytes === undefined) return { kind: 'damaged', slot: paper.slot };
    papers.push({ document: attached(copy, paper), bytes });
  }
  const { applicationId } = copy;
  const ownerId = carry === undefined ? (account?.accountId ?? null) : carriedOwner(applicationId);
  const entry = entryOf(copy, ownerId, ports.device.nowMs());
  const ticket = carry === undefined ? undefined : { ticket: carry, deviceId: copy.deviceId };
  const end = await ports.shelf.takeIn(entry, envelope, papers, ticket);
  if (end.kind === 'stored' && carry !== undefined) return { kind: 'carried' };
  if (end.kind === 'stored') return { kind: 'taken-in', applicationId };
  if (end.kind === 'already-here') return { kind: 'already-here', applicationId };
  return end.kind === 'gone' ? { kind: 'failed', reason: 'unknown' } : end;
}

const carryShape = /^carry\.[\w-]{1,64}\.([\w-]{36})\.([0-9a-f]{64})\.[\w-]{43}$/;

/** What a courier hands it in by; only where it is made for this very application, and nobody owns the copy. */
function carryIn(carry: unknown, { applicationId, ownerId, envelope }: Copy): string | undefined {
  const [text, itsId, itsDigest] = typeof carry === 'string' ? (carryShape.exec(carry) ?? []) : [];
  const fits = itsId === applicationId && itsDigest === envelope.sha256 && envelope.mediaType === plainEnvelopeType;
  return fits && ownerId === null ? text : undefined;
}

async function readJson(file: Blob): Promise<Members | undefined> {
  try {
    const parsed: unknown = JSON.parse(await file.text());
    return isRecord(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined when the bytes are missing, or are not those that were sent off. */
async function whole(digest: Digest, part: Part): Promise<ArrayBuffer | undefined> {
  if (part.base64 === null) return undefined;
  try {
    const bytes = Uint8Array.from(atob(part.base64), (letter) => letter.charCodeAt(0)).buffer;
    return bytes.byteLength === part.sizeBytes && (await digest(bytes)) === part.sha256 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** What was sent off names its papers and its device itself; the copy has to say the same. */
function isAbout(copy: Copy, envelope: ArrayBuffer): boolean {
  if (copy.envelope.mediaType !== plainEnvelopeType) return true;
  let said: unknown;
  try {
    said = JSON.parse(new TextDecoder().decode(envelope));
  } catch {
    return false;
  }
  if (!isRecord(said) || !Array.isArray(said['documents']) || !isRecord(said['device'])) return false;
  const named = said['documents'].filter(isRecord).map(({ id, sha256 }) => `${String(id)} ${String(sha256)}`);
  const here = copy.documents.map(({ id, sha256 }) => `${id} ${sha256}`);
  const { id, sequence } = said['device'];
  return (
    said['serviceId'] === copy.serviceId &&
    isRecord(said['sealed']) === copy.isSealed &&
    id === copy.deviceId &&
    sequence === copy.sequence &&
    named.toSorted().join() === here.toSorted().join()
  );
}

function entryOf(copy: Copy, ownerId: string | null, nowMs: number): OutboxEntry {
  const { mediaType, sizeBytes, sha256 } = copy.envelope;
  return {
    applicationId: copy.applicationId,
    ownerId,
    deviceId: copy.deviceId,
    sequence: copy.sequence,
    serviceId: copy.serviceId,
    serviceName: copy.serviceName,
    createdAtMs: copy.createdAtMs,
    envelope: { mediaType, sizeBytes, sha256 },
    documents: copy.documents.map(
      (paper): OutboxDocument => ({
        id: paper.id,
        slot: paper.slot,
        mediaType: paper.mediaType,
        sizeBytes: paper.sizeBytes,
        sha256: paper.sha256,
        progress: { state: 'pending' },
        restarts: 0,
        ...(copy.isSealed ? ({ sealed: true } as const) : {}),
      }),
    ),
    ...(copy.isSealed ? { sealed: { maskedName: null } } : {}),
    // Not `untried`: the other phone may have sent it.
    delivery: { state: 'waiting', attempts: 0, nextTryAtMs: nowMs, lastProblem: null, receipt: null },
  };
}

function attached(copy: Copy, { id, slot, mediaType, sizeBytes, sha256, fileName }: Paper): AttachedDocument {
  return {
    id,
    applicationId: copy.applicationId,
    slot,
    mediaType,
    sizeBytes,
    sha256,
    fileName: fileName ?? slot,
    attachedAtMs: copy.createdAtMs,
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const hex = /^[0-9a-f]{64}$/;
const isId = (value: unknown): value is string => typeof value === 'string' && uuid.test(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function isMediaType(value: string): value is MediaType {
  const known: Readonly<Record<MediaType, true>> = {
    'image/jpeg': true,
    'image/png': true,
    'image/webp': true,
    'application/pdf': true,
  };
  return Object.hasOwn(known, value);
}

function copyIn(content: Members): Copy | undefined {
  const { applicationId, ownerId, serviceId, serviceName, deviceId, sequence, createdAt } = content;
  const envelope = partIn(content['envelope']);
  const documents = Array.isArray(content['documents']) ? content['documents'].map(paperIn) : [undefined];
  const createdAtMs = typeof createdAt === 'string' ? Date.parse(createdAt) : Number.NaN;
  const papers = documents.filter((paper) => paper !== undefined);
  const isWhole = envelope !== undefined && papers.length === documents.length && Number.isFinite(createdAtMs);
  if (!isWhole || !isId(applicationId) || !isTextOrNull(ownerId) || !isText(serviceId)) return undefined;
  if (!isText(deviceId) || !isCount(sequence) || !isRecord(serviceName) || !isText(serviceName['id'])) return undefined;
  const { id, en } = serviceName;
  const name = { id, ...(isText(en) ? { en } : {}) };
  return {
    applicationId,
    ownerId,
    serviceId,
    serviceName: name,
    deviceId,
    sequence,
    createdAtMs,
    isSealed: content['formatVersion'] !== exportVersion,
    envelope,
    documents: papers,
  };
}

function partIn(value: unknown): Part | undefined {
  if (!isRecord(value)) return undefined;
  const { mediaType, sizeBytes, sha256, base64 } = value;
  const fits = isText(mediaType) && isCount(sizeBytes) && isText(sha256) && hex.test(sha256) && isTextOrNull(base64);
  return fits ? { mediaType, sizeBytes, sha256, base64 } : undefined;
}

function paperIn(value: unknown): Paper | undefined {
  const part = partIn(value);
  if (part === undefined || !isRecord(value) || !isMediaType(part.mediaType)) return undefined;
  const { id, slot, fileName } = value;
  if (!isId(id) || !isText(slot) || !isTextOrNull(fileName)) return undefined;
  return { ...part, mediaType: part.mediaType, id, slot, fileName };
}
