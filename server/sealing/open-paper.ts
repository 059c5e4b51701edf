import { createHash } from 'node:crypto';
import { WrappedKeyWire } from '#contract/sealing-schemas.ts';
import { itemInfo } from '#domain/sealing/frames.ts';
import { openBytes } from '#domain/sealing/seal-bytes.ts';
import type { ApplicationStore } from '../stores/application-store.ts';
import type { StoredDocument } from '../stores/document-store.ts';
import { nodePrimitives } from './node-primitives.ts';
import type { SealingDesk } from './sealing-desk.ts';

export type OpenedPaper =
  | { readonly kind: 'opened'; readonly bytes: Uint8Array }
  /** The application is not here yet, or none of the keys opens it. */
  | { readonly kind: 'later' }
  /** The seal is broken, or it holds something else than the form says. */
  | { readonly kind: 'broken' };

/** What a sealed paper holds. */
export type OpenPaper = (document: StoredDocument, sealed: Uint8Array) => Promise<OpenedPaper>;

export function paperOpener(applications: ApplicationStore, desk: SealingDesk): OpenPaper {
  return async ({ applicationId, id, opened, sealedKey: own }, sealed) => {
    const sealedKey = own ?? (await applications.find(applicationId))?.sealedKey;
    if (sealedKey === undefined || opened === undefined) return { kind: 'later' };
    const read = await desk.contentKey(WrappedKeyWire.parse(JSON.parse(sealedKey)));
    if (read.kind !== 'ok') return { kind: 'later' };
    const info = itemInfo(applicationId, id);
    const bytes = await openBytes(nodePrimitives, read.contentKey, info, Uint8Array.from(sealed));
    const isRight =
      bytes?.length === opened.sizeBytes && createHash('sha256').update(bytes).digest('hex') === opened.sha256;
    return isRight ? { kind: 'opened', bytes } : { kind: 'broken' };
  };
}
