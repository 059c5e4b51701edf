import { base64url, GeneralEncrypt, importJWK } from 'jose';
import { contentKeyBytes, formItem, itemInfo } from '#domain/sealing/frames.ts';
import type { Bytes } from '#domain/sealing/primitives.ts';
import { openBytes, sealBytes } from '#domain/sealing/seal-bytes.ts';
import type { SealingKey } from '#domain/sealing/sealing-terms.ts';
import { isRecord } from '#lib/is-record.ts';
import { webPrimitives } from './web-primitives.ts';

export interface SealOrder {
  readonly applicationId: string;
  readonly recipients: readonly SealingKey[];
  /** The body of the request as it would go unsealed. */
  readonly envelope: ArrayBuffer;
  /** In any order. Each is read when its turn comes. */
  readonly papers: readonly { readonly id: string; readonly read: () => Promise<ArrayBuffer> }[];
  /** Papers that the body names and that are not in `papers` are at the office already. */
  readonly isRevision?: boolean;
}

export interface SealedParts {
  readonly envelope: ArrayBuffer;
  readonly papers: readonly SealedPaper[];
}
export interface SealedPaper {
  readonly id: string;
  readonly bytes: ArrayBuffer;
  readonly sha256: string;
}

const wrapping = 'ECDH-ES+A256KW';

/**
 * A new content key for this application alone, wrapped to every recipient and then forgotten. What was sealed is opened
 * once more before that: it is given out only when exactly the same bytes come back.
 */
export async function sealApplication(
  { applicationId, recipients, envelope, papers, isRevision = false }: SealOrder,
  digest: (bytes: ArrayBuffer) => Promise<string>,
): Promise<SealedParts> {
  const contentKey = webPrimitives.randomBytes(contentKeyBytes);
  const seal = (item: string, plain: ArrayBuffer): Promise<Bytes> =>
    sealChecked(contentKey, itemInfo(applicationId, item), new Uint8Array(plain));

  const sealedPapers: SealedPaper[] = [];
  // One after the other: a small phone holds one paper twice, not all of them.
  for (const { id, read } of papers) {
    const sealed = (await seal(id, await read())).buffer;
    sealedPapers.push({ id, bytes: sealed, sha256: await digest(sealed) });
  }
  const form = base64url.encode(await seal(formItem, envelope));
  const key = await wrapped(contentKey, recipients);
  contentKey.fill(0);
  return {
    envelope: new TextEncoder().encode(
      JSON.stringify({ ...outside(envelope, sealedPapers, isRevision), sealed: { version: 1, key, form } }),
    ).buffer,
    papers: sealedPapers,
  };
}

async function sealChecked(contentKey: Bytes, info: Bytes, plain: Bytes): Promise<Bytes> {
  const sealed = await sealBytes(webPrimitives, contentKey, info, plain);
  const opened = await openBytes(webPrimitives, contentKey, info, sealed);
  const isSame = opened?.length === plain.length && opened.every((byte, index) => byte === plain[index]);
  if (!isSame) throw new Error('what was sealed does not open to the same bytes');
  return sealed;
}

/** RFC 7516, General JSON Serialization, of an encrypted JWK (RFC 7517 section 7). */
export async function wrapped(key: Bytes, recipients: readonly SealingKey[]) {
  const jwk = { kty: 'oct', alg: 'A256GCM', k: base64url.encode(key) };
  const jwe = new GeneralEncrypt(new TextEncoder().encode(JSON.stringify(jwk))).setProtectedHeader({
    enc: 'A256GCM',
    cty: 'jwk+json',
  });
  for (const { kty, crv, x, y, kid } of recipients) {
    jwe.addRecipient(await importJWK({ kty, crv, x, y }, wrapping)).setUnprotectedHeader({ alg: wrapping, kid });
  }
  return jwe.encrypt();
}

/** What may be read on the way: which service, how many papers of which kind, how large, and whose count. */
function outside(envelope: ArrayBuffer, papers: readonly SealedPaper[], isRevision: boolean): object {
  const submission: unknown = JSON.parse(new TextDecoder().decode(envelope));
  if (!isRecord(submission) || !Array.isArray(submission['documents'])) throw new Error('this is no submission');
  const { serviceId, schemaVersion, capturedAt, device, documents } = submission;
  const listed = documents.filter(isRecord).map((document) => {
    const paper = papers.find(({ id }) => id === document['id']);
    // What the office has stays as it lies there.
    if (paper === undefined && isRevision) return document;
    if (paper === undefined) throw new Error('a paper of the submission was not sealed');
    return { ...document, size: paper.bytes.byteLength, sha256: paper.sha256 };
  });
  return { serviceId, schemaVersion, documents: listed, capturedAt, device };
}
