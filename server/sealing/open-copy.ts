import { z } from 'zod';
import { ApplicationSubmission } from '#contract/submission-schemas.ts';
import { formItem, itemInfo } from '#domain/sealing/frames.ts';
import type { Bytes } from '#domain/sealing/primitives.ts';
import { openBytes } from '#domain/sealing/seal-bytes.ts';
import type { OfficeKey } from './key-file.ts';
import { nodePrimitives } from './node-primitives.ts';
import { unwrapKey } from './unwrap-key.ts';

const Part = z.looseObject({ base64: z.string() });
/** What the app saves as a copy of a sealed application. */
const Copy = z.looseObject({
  format: z.literal('ajukan-export'),
  applicationId: z.string(),
  envelope: Part,
  documents: z.array(Part.extend({ id: z.uuid(), slot: z.string().regex(/^[\w.-]+$/), mediaType: z.string() })),
});

export interface OpenedCopy {
  readonly form: Bytes;
  readonly papers: readonly { readonly name: string; readonly bytes: Bytes }[];
}

/** @returns why it does not open, as a sentence */
export async function openCopy(content: unknown, keys: readonly OfficeKey[]): Promise<OpenedCopy | string> {
  const copy = Copy.safeParse(content);
  if (!copy.success) return 'this is not a whole copy that Ajukan has saved';
  const { applicationId, envelope, documents } = copy.data;
  const submission = ApplicationSubmission.safeParse(jsonIn(envelope.base64));
  const sealed = submission.success ? submission.data.sealed : undefined;
  if (sealed === undefined) return 'this copy is not sealed';
  const read = await unwrapKey(sealed.key, keys);
  if (read.kind === 'unknown-key') return 'it was sealed to none of these keys';
  if (read.kind === 'broken') return 'its wrapped key is damaged';
  const open = (item: string, bytes: Buffer) =>
    openBytes(nodePrimitives, read.contentKey, itemInfo(applicationId, item), Uint8Array.from(bytes));
  const form = await open(formItem, Buffer.from(sealed.form, 'base64url'));
  if (form === undefined) return 'its form is damaged';
  const papers: { name: string; bytes: Bytes }[] = [];
  for (const { id, slot, mediaType, base64 } of documents) {
    const bytes = await open(id, Buffer.from(base64, 'base64'));
    if (bytes === undefined) return `its paper ${slot} is damaged`;
    papers.push({ name: `${slot}-${id}.${mediaType.split('/')[1] ?? 'bin'}`, bytes });
  }
  return { form, papers };
}

function jsonIn(base64: string): unknown {
  try {
    return JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}
