/** Seals as a phone does, by the app's own code. */
import { sealApplication } from '#api/sealing/seal-application.ts';
import { isSealingKey, type SealingKey } from '#domain/sealing/sealing-terms.ts';
import { sha256Hex } from '#media/sha256.ts';
import { newKeyPair } from '#server/sealing/key-file.ts';
import type { PlannedApplication } from './applications.ts';

export interface SealedPlan {
  readonly body: { readonly [member: string]: unknown; readonly sealed: { readonly form: string } };
  readonly form: string;
  readonly papers: readonly { readonly id: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly sha256: string }[];
}

export async function sealPlanned(
  { id, body, documents }: PlannedApplication,
  keys: readonly unknown[],
): Promise<SealedPlan> {
  const sealed = await sealApplication(
    {
      applicationId: id,
      recipients: keys.filter(isSealingKey),
      envelope: new TextEncoder().encode(JSON.stringify(body)).buffer,
      papers: documents.map(({ id: paperId, bytes }) => ({ id: paperId, read: async () => bytes.slice().buffer })),
    },
    sha256Hex,
  );
  const written: SealedPlan['body'] = JSON.parse(new TextDecoder().decode(sealed.envelope));
  return {
    body: written,
    form: written.sealed.form,
    papers: sealed.papers.map((paper) => ({ ...paper, bytes: new Uint8Array(paper.bytes) })),
  };
}

/** Of another office. */
export async function strangersKey(): Promise<SealingKey> {
  const { kid, notBefore, notAfter, jwk } = await newKeyPair(Date.now());
  return { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y, kid, notBefore, notAfter, recovery: false };
}
