import { isSealingKey, isSealingMode, type SealingTerms } from '#domain/sealing/sealing-terms.ts';
import { isRecord } from '#lib/is-record.ts';
import type { AjukanDatabase } from './database.ts';

/** What the office last said about sealing, so that it can be done without signal. */
export interface HeldTerms {
  readonly terms: SealingTerms;
  readonly etag: string | null;
}

const key = 'sealing';

export async function readHeldTerms(db: AjukanDatabase): Promise<HeldTerms | null> {
  const value = (await db.meta.get(key))?.value;
  return isHeldTerms(value) ? value : null;
}

export async function putHeldTerms(db: AjukanDatabase, value: HeldTerms): Promise<void> {
  await db.meta.put({ key, value });
}

/** Whether nothing may go unsealed, as far as this phone has heard. */
export async function isSealRequired(db: AjukanDatabase): Promise<boolean> {
  const value = (await db.meta.get(key))?.value;
  return isRecord(value) && isRecord(value['terms']) && value['terms']['mode'] === 'required';
}

function isHeldTerms(value: unknown): value is HeldTerms {
  if (!isRecord(value) || !isRecord(value['terms'])) return false;
  const { mode, keys } = value['terms'];
  const isEtag = value['etag'] === null || typeof value['etag'] === 'string';
  return isEtag && isSealingMode(mode) && Array.isArray(keys) && keys.every(isSealingKey);
}
