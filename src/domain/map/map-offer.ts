import { isRecord } from '#lib/is-record.ts';

/** West, south, east and north edge, as degrees of WGS 84. */
export type MapBounds = readonly [number, number, number, number];

/** A map of pictures that a backend offers, 256 pixels a side, in Web Mercator (EPSG:3857) with y counted from the north. */
export interface MapOffer {
  /** A path of the backend's own: "/v1/map-tiles/{z}/{x}/{y}". */
  readonly tiles: string;
  /** Whole numbers, 0 is the whole earth in one tile. */
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: MapBounds;
  /** Whose map it is, as plain text; shown with it. */
  readonly attribution: string;
}

/** Nothing on a map of tiles is finer. */
export const deepestZoom = 22;
const longestAttribution = 300;

/** What `map` of a capabilities document says; null for anything that can't be drawn. Another origin is never asked. */
export function readMapOffer(value: unknown): MapOffer | null {
  if (!isRecord(value)) return null;
  const { tiles, minZoom, maxZoom, bounds, attribution } = value;
  if (typeof tiles !== 'string' || !isOwnTemplate(tiles)) return null;
  if (!isZoom(minZoom) || !isZoom(maxZoom) || minZoom > maxZoom) return null;
  const edges = readBounds(bounds);
  if (edges === null) return null;
  const text = typeof attribution === 'string' ? attribution.slice(0, longestAttribution) : '';
  return { tiles, minZoom, maxZoom, bounds: edges, attribution: text };
}

export function readBounds(value: unknown): MapBounds | null {
  const edges: readonly unknown[] = Array.isArray(value) ? value : [];
  if (edges.length !== 4) return null;
  const [west, south, east, north] = edges;
  if (!isWithin(west, 180) || !isWithin(east, 180) || west >= east) return null;
  return isWithin(south, 90) && isWithin(north, 90) && south < north ? [west, south, east, north] : null;
}

/** The address of one tile. */
export function tilePath({ tiles }: MapOffer, z: number, x: number, y: number): string {
  return tiles.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
}

/** A path with each place for a number once. "//host" and "/\host" are addresses of somebody else. */
function isOwnTemplate(tiles: string): boolean {
  return (
    /^\/[A-Za-z0-9]/.test(tiles) &&
    /^[\w\-./~{}?=&]+$/.test(tiles) &&
    ['{z}', '{x}', '{y}'].every((part) => tiles.split(part).length === 2)
  );
}

function isZoom(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= deepestZoom;
}

function isWithin(value: unknown, most: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= most;
}
