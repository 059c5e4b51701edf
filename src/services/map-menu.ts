import { type MapOffer, tilePath } from '#domain/map/map-offer.ts';
import type { MapMenu } from './menu-map.ts';

export interface KeptTile {
  readonly bytes: ArrayBuffer;
  readonly mediaType: string;
  readonly fetchedAtMs: number;
}

/** Never rejects: a map that can't be kept is fetched again. */
export interface MapShelf {
  /** Undefined while the office was never asked; null when it said that it has none. */
  readOffer(): Promise<MapOffer | null | undefined>;
  /** Another map than before takes the pictures of the old one away. */
  keepOffer(offer: MapOffer | null): Promise<void>;
  readTile(key: string): Promise<KeptTile | null>;
  /** What was seen longest ago makes room. */
  keepTile(key: string, tile: KeptTile): Promise<void>;
  clear(): Promise<void>;
}

export interface MapSource {
  /** Undefined for silence. */
  fetchOffer(): Promise<MapOffer | null | undefined>;
  /** Null for silence and for no such picture. */
  fetchTile(path: string): Promise<Omit<KeptTile, 'fetchedAtMs'> | null>;
}

/** A picture this old is fetched anew where that works. */
const freshForMs = 30 * 24 * 3_600_000;

export function createMapMenu(ports: {
  readonly shelf: MapShelf;
  readonly source: MapSource;
  readonly nowMs: () => number;
}): MapMenu {
  const { shelf, source, nowMs } = ports;

  async function ask(): Promise<MapOffer | null> {
    const offer = await source.fetchOffer();
    if (offer !== undefined) await shelf.keepOffer(offer);
    return offer ?? null;
  }

  return {
    async offer() {
      const known = await shelf.readOffer();
      if (known === undefined || known === null) return await ask();
      // For the next time: nobody waits for it.
      void ask();
      return known;
    },
    async tile(z, x, y) {
      const key = `${z}/${x}/${y}`;
      const [offer, kept] = await Promise.all([shelf.readOffer(), shelf.readTile(key)]);
      if (kept !== null && nowMs() - kept.fetchedAtMs < freshForMs) return pictureOf(kept);
      const fetched = offer === undefined || offer === null ? null : await source.fetchTile(tilePath(offer, z, x, y));
      if (fetched === null) return kept === null ? null : pictureOf(kept);
      await shelf.keepTile(key, { ...fetched, fetchedAtMs: nowMs() });
      return pictureOf(fetched);
    },
    forget: () => shelf.clear(),
  };
}

function pictureOf({ bytes, mediaType }: Omit<KeptTile, 'fetchedAtMs'>): Blob {
  return new Blob([bytes], { type: mediaType });
}
