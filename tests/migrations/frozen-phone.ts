import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const Frozen = z.object({
  nativeVersion: z.int(),
  stores: z.array(
    z.object({
      name: z.string(),
      keyPath: z.string().nullable(),
      indexes: z.array(
        z.object({ name: z.string(), keyPath: z.union([z.string(), z.array(z.string())]), unique: z.boolean() }),
      ),
    }),
  ),
  rows: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});
const Bytes = z.strictObject({ base64: z.string() });

/** A phone as a release of before has left it: what its browser holds, made without a line of today's store. */
export interface FrozenPhone {
  readonly name: string;
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  /** The tab of the old release is still open, and does not let go when it is asked to. */
  readonly oldTab: IDBDatabase;
}

let phones = 0;

/** @param version of the store, as `frozen/version-<n>.json` holds it */
export async function thaw(version: number): Promise<FrozenPhone> {
  const file = path.join(import.meta.dirname, 'frozen', `version-${String(version)}.json`);
  const frozen = Frozen.parse(JSON.parse(readFileSync(file, 'utf8'), withBytes));
  phones += 1;
  const name = `frozen-${String(phones)}`;
  const oldTab = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name, frozen.nativeVersion);
    opening.onerror = () => reject(new Error('the frozen store does not open'));
    opening.onsuccess = () => resolve(opening.result);
    opening.onupgradeneeded = () => {
      for (const { name: storeName, keyPath, indexes } of frozen.stores) {
        const store = opening.result.createObjectStore(storeName, { keyPath });
        for (const index of indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique });
        for (const row of frozen.rows[storeName] ?? []) store.put(row);
      }
    };
  });
  return { name, rows: frozen.rows, oldTab };
}

function withBytes(_key: string, value: unknown): unknown {
  const bytes = Bytes.safeParse(value);
  if (!bytes.success) return value;
  return new Uint8Array(Buffer.from(bytes.data.base64, 'base64')).buffer;
}
