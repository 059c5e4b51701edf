/** Web Mercator (EPSG:3857) as maps of 256-pixel tiles use it. Degrees of WGS 84; y counts from the north. */

export interface LatLng {
  readonly latitude: number;
  readonly longitude: number;
}
/** What is in the middle and how near it is; zoom 0 is the whole earth in one tile, and may be between two whole numbers. */
export interface MapView extends LatLng {
  readonly zoom: number;
}
/** Pixels of the screen. */
export interface Offset {
  readonly dx: number;
  readonly dy: number;
}
/** The whole earth is a square from 0 to 1. */
interface WorldPoint {
  readonly x: number;
  readonly y: number;
}

export const tilePixels = 256;
/** Here the square ends. */
const lastLatitude = 85.051_128;
const earthMetres = 40_075_016.686;

export function worldPixels(zoom: number): number {
  return tilePixels * 2 ** zoom;
}

export function toWorld({ latitude, longitude }: LatLng): WorldPoint {
  const within = Math.max(-lastLatitude, Math.min(lastLatitude, latitude));
  const north = Math.asinh(Math.tan((within * Math.PI) / 180)) / (2 * Math.PI);
  return { x: longitude / 360 + 0.5, y: 0.5 - north };
}

export function fromWorld({ x, y }: WorldPoint): LatLng {
  const at = { x: Math.max(0, Math.min(1, x)), y: Math.max(0, Math.min(1, y)) };
  return {
    latitude: (Math.atan(Math.sinh((0.5 - at.y) * 2 * Math.PI)) * 180) / Math.PI,
    longitude: (at.x - 0.5) * 360,
  };
}

export function metresPerPixel({ latitude, zoom }: MapView): number {
  return (earthMetres * Math.cos((latitude * Math.PI) / 180)) / worldPixels(zoom);
}

/** From the middle of the view to a place. */
export function offsetOf(view: MapView, place: LatLng): Offset {
  const pixels = worldPixels(view.zoom);
  const [middle, at] = [toWorld(view), toWorld(place)];
  return { dx: (at.x - middle.x) * pixels, dy: (at.y - middle.y) * pixels };
}

/** The map is drawn along by a finger: what was in the middle goes with it. */
export function dragged(view: MapView, { dx, dy }: Offset): MapView {
  const pixels = worldPixels(view.zoom);
  const middle = toWorld(view);
  return { ...fromWorld({ x: middle.x - dx / pixels, y: middle.y - dy / pixels }), zoom: view.zoom };
}

/** Nearer or further, with the place at `around` staying where it is. */
export function zoomedTo(view: MapView, zoom: number, around: Offset = { dx: 0, dy: 0 }): MapView {
  const held = dragged(view, { dx: -around.dx, dy: -around.dy });
  return dragged({ ...held, zoom }, around);
}

/** The largest zoom at which a box, west south east north, fits into so many pixels. */
export function zoomThatFits(
  [west, south, east, north]: readonly [number, number, number, number],
  width: number,
  height: number,
): number {
  const topLeft = toWorld({ latitude: north, longitude: west });
  const bottomRight = toWorld({ latitude: south, longitude: east });
  const across = Math.log2(width / (tilePixels * (bottomRight.x - topLeft.x)));
  const down = Math.log2(height / (tilePixels * (bottomRight.y - topLeft.y)));
  return Math.min(across, down);
}

/** A round length in metres (1, 2 or 5 with zeros) that takes at most so many pixels. */
export function roundLength(view: MapView, mostPixels: number): { readonly metres: number; readonly pixels: number } {
  const each = metresPerPixel(view);
  const most = each * mostPixels;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1);
  return { metres, pixels: metres / each };
}

export interface SeenTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** Of its top left corner, from the middle of the view. */
  readonly at: Offset;
  readonly pixels: number;
}

/** The tiles that cover a view of so many pixels, the nearest to the middle first. */
export function tilesOf(view: MapView, z: number, width: number, height: number): readonly SeenTile[] {
  const across = 2 ** z;
  const pixels = worldPixels(view.zoom) / across;
  const middle = toWorld(view);
  const column = (dx: number) => Math.floor(middle.x * across + dx / pixels);
  const row = (dy: number) => Math.floor(middle.y * across + dy / pixels);
  const tiles: SeenTile[] = [];
  for (let x = Math.max(0, column(-width / 2)); x <= Math.min(across - 1, column(width / 2)); x += 1) {
    for (let y = Math.max(0, row(-height / 2)); y <= Math.min(across - 1, row(height / 2)); y += 1) {
      const at = { dx: (x - middle.x * across) * pixels, dy: (y - middle.y * across) * pixels };
      tiles.push({ z, x, y, at, pixels });
    }
  }
  const far = ({ at }: SeenTile) => Math.hypot(at.dx + pixels / 2, at.dy + pixels / 2);
  return tiles.sort((a, b) => far(a) - far(b));
}
