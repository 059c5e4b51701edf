import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { deepestZoom, type MapBounds, type MapOffer, readBounds } from '#domain/map/map-offer.ts';

export interface MapTile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: MapMediaType;
  /** Strong, with its quotes. */
  readonly etag: string;
}
export type MapMediaType = 'image/png' | 'image/jpeg' | 'image/webp';

/** A map of the operator's own. */
export interface MapTiles {
  /** Without the address, which the routes know. */
  readonly offer: Omit<MapOffer, 'tiles'>;
  /** `y` counts from the north; null where the map has no picture. */
  find(z: number, x: number, y: number): MapTile | null;
  close(): void;
}

/** Why a file is no map, in words that go behind its name. */
export class UnreadableMap extends Error {
  override readonly name = 'UnreadableMap';
}

const mediaTypes: Readonly<Record<string, MapMediaType>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
};

/** Reads an MBTiles file (https://github.com/mapbox/mbtiles-spec, 1.3) that nobody writes to. Throws UnreadableMap. */
export function openMapTiles(file: string): MapTiles {
  if (!existsSync(file)) throw new UnreadableMap('is not there');
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    return readMap(database);
  } catch (error) {
    database?.close();
    if (error instanceof UnreadableMap) throw error;
    throw new UnreadableMap('is no MBTiles file that this user can read', { cause: error });
  }
}

function readMap(database: DatabaseSync): MapTiles {
  database.exec('PRAGMA trusted_schema = OFF');
  const said = new Map<unknown, string>();
  for (const { name, value } of database.prepare('SELECT name, value FROM metadata').all())
    said.set(name, String(value));
  const format = said.get('format') ?? 'missing';
  const mediaType = mediaTypes[format];
  if (mediaType === undefined) {
    throw new UnreadableMap(`has tiles of the format "${format}": only pictures are shown (png, jpg or webp)`);
  }
  const { lowest, highest } =
    database.prepare('SELECT min(zoom_level) AS lowest, max(zoom_level) AS highest FROM tiles').get() ?? {};
  if (typeof lowest !== 'number' || typeof highest !== 'number') throw new UnreadableMap('has no tiles');
  if (lowest < 0 || highest > deepestZoom) throw new UnreadableMap(`has tiles outside of zoom 0 to ${deepestZoom}`);
  const bounds = boundsOf(said.get('bounds'));
  const statement = database.prepare(
    'SELECT tile_data AS bytes FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?',
  );
  return {
    offer: { minZoom: lowest, maxZoom: highest, bounds, attribution: plainText(said.get('attribution') ?? '') },
    find(z, x, y) {
      if (z < lowest || z > highest) return null;
      // MBTiles counts rows from the south (TMS).
      const bytes = statement.get(z, x, 2 ** z - 1 - y)?.['bytes'];
      if (!(bytes instanceof Uint8Array) || bytes.byteLength === 0) return null;
      const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
      return { bytes: new Uint8Array(bytes), mediaType, etag };
    },
    close: () => database.close(),
  };
}

function boundsOf(text: string | undefined): MapBounds {
  const bounds = readBounds(text?.split(',').map(Number));
  if (bounds !== null) return bounds;
  throw new UnreadableMap(
    'does not say where it is: "bounds" in its metadata has to be west,south,east,north in degrees',
  );
}

/** The format allows HTML here. */
function plainText(text: string): string {
  return text
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll('&copy;', '©')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
}
