import { Dexie, type DexieOptions, type Table } from 'dexie';
import { type MapOffer, readMapOffer } from '#domain/map/map-offer.ts';

interface TileRow {
  /** "z/x/y" */
  readonly key: string;
  readonly bytes: ArrayBuffer;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly fetchedAtMs: number;
  readonly seenAtMs: number;
}
interface OfferRow {
  readonly key: 'offer';
  readonly offer: MapOffer | null;
}
type Tile = Pick<TileRow, 'bytes' | 'mediaType' | 'fetchedAtMs'>;

/** About 400 pictures: a district, seen from far and near. */
const mostBytes = 5_000_000;
/** A picture counts as seen again after this long; not each look is a write. */
const sameLookMs = 3_600_000;

export interface MapShelfOptions {
  readonly nowMs: () => number;
  readonly name?: string;
  readonly mostBytes?: number;
  readonly dexie?: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;
}

/**
 * The map as far as somebody has looked. A database of its own: it can be lost or thrown away at any time without
 * touching an application, and no update of the store has to carry it along. Never rejects.
 */
export function createMapShelf({ nowMs, name = 'ajukan-map', mostBytes: most = mostBytes, dexie }: MapShelfOptions) {
  const database = new Dexie(name, { chromeTransactionDurability: 'relaxed', ...dexie });
  database.version(1).stores({ tiles: 'key, [seenAtMs+sizeBytes]', offers: 'key' });
  const tiles: Table<TileRow, string> = database.table('tiles');
  const offers: Table<OfferRow, string> = database.table('offers');

  async function quietly<T>(otherwise: T, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch {
      return otherwise;
    }
  }

  /** Keys alone tell the sizes: no picture is read for it. */
  async function makeRoom(): Promise<void> {
    const oldestFirst = tiles.orderBy('[seenAtMs+sizeBytes]');
    const [sizes, keys] = await Promise.all([oldestFirst.keys(), oldestFirst.primaryKeys()]);
    let total = sizes.reduce<number>((sum, key) => sum + sizeOf(key), 0);
    const leaving: string[] = [];
    for (const [index, key] of keys.entries()) {
      if (total <= most) break;
      total -= sizeOf(sizes[index]);
      leaving.push(key);
    }
    if (leaving.length > 0) await tiles.bulkDelete(leaving);
  }

  return {
    readOffer: () =>
      quietly<MapOffer | null | undefined>(undefined, async () => {
        const row = await offers.get('offer');
        return row === undefined ? undefined : readMapOffer(row.offer);
      }),
    keepOffer: (offer: MapOffer | null) =>
      quietly(undefined, () =>
        database.transaction('rw', tiles, offers, async () => {
          const before = await offers.get('offer');
          if (before?.offer?.tiles !== offer?.tiles) await tiles.clear();
          await offers.put({ key: 'offer', offer });
        }),
      ),
    readTile: (key: string) =>
      quietly<Tile | null>(null, async () => {
        const row = await tiles.get(key);
        if (row === undefined) return null;
        if (nowMs() - row.seenAtMs > sameLookMs) void tiles.update(key, { seenAtMs: nowMs() }).catch(() => undefined);
        return row;
      }),
    keepTile: (key: string, tile: Tile) =>
      quietly(undefined, () =>
        database.transaction('rw', tiles, async () => {
          await tiles.put({ ...tile, key, sizeBytes: tile.bytes.byteLength, seenAtMs: nowMs() });
          await makeRoom();
        }),
      ),
    clear: () =>
      quietly(undefined, () =>
        database.transaction('rw', tiles, offers, async () => {
          await tiles.clear();
          await offers.clear();
        }),
      ),
    close: () => database.close(),
  };
}

function sizeOf(key: unknown): number {
  return Array.isArray(key) && typeof key[1] === 'number' ? key[1] : 0;
}
