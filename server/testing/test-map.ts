import { DatabaseSync } from 'node:sqlite';
import { crc32, deflateSync } from 'node:zlib';

export interface TestMapOptions {
  readonly minZoom?: number;
  readonly maxZoom?: number;
  /** West, south, east, north. */
  readonly bounds?: readonly [number, number, number, number];
  readonly format?: string;
  readonly attribution?: string;
}

/** Two tiles wide and high at the deepest zoom and a little more: around Tigaraksa. */
const around = [106.4, -6.35, 106.7, -6.1] as const;

/** Writes an MBTiles file of pictures drawn here: a street grid on a plain ground whose colour tells the zoom. */
export function writeTestMap(file: string, options: TestMapOptions = {}): void {
  const { minZoom = 8, maxZoom = 13, bounds = around, format = 'png', attribution = '© KANARI' } = options;
  const database = new DatabaseSync(file);
  database.exec(`
    CREATE TABLE metadata (name TEXT, value TEXT);
    CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);
    CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);
    BEGIN`);
  const say = database.prepare('INSERT INTO metadata VALUES (?, ?)');
  say.run('name', 'KANARI');
  say.run('format', format);
  say.run('bounds', bounds.join(','));
  say.run('attribution', attribution);
  const add = database.prepare('INSERT INTO tiles VALUES (?, ?, ?, ?)');
  for (let zoom = minZoom; zoom <= maxZoom; zoom += 1) {
    const picture = drawTile(zoom);
    const [west, south, east, north] = bounds;
    for (let x = columnOf(west, zoom); x <= columnOf(east, zoom); x += 1) {
      for (let y = rowOf(north, zoom); y <= rowOf(south, zoom); y += 1) add.run(zoom, x, 2 ** zoom - 1 - y, picture);
    }
  }
  database.exec('COMMIT');
  database.close();
}

export function columnOf(longitude: number, zoom: number): number {
  return Math.floor(((longitude + 180) / 360) * 2 ** zoom);
}

/** Counted from the north. */
export function rowOf(latitude: number, zoom: number): number {
  return Math.floor((0.5 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** zoom);
}

const side = 256;

function drawTile(zoom: number): Buffer {
  const raw = Buffer.alloc((1 + side) * side);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const street = x % 64 < 6 || y % 64 < 6;
      raw[y * (1 + side) + 1 + x] = street ? 1 : x < 3 || y < 3 ? 2 : 0;
    }
  }
  const palette = [214, 226, 190 + ((zoom * 9) % 60), 255, 252, 244, 120, 120, 120];
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    // 256 by 256, 8 bits, by palette.
    chunk('IHDR', Buffer.from([0, 0, 1, 0, 0, 0, 1, 0, 8, 3, 0, 0, 0])),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const piece = Buffer.alloc(body.length + 8);
  piece.writeUInt32BE(data.length, 0);
  body.copy(piece, 4);
  piece.writeUInt32BE(crc32(body), body.length + 4);
  return piece;
}
