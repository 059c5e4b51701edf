import type { Position } from '#domain/form/position.ts';
import type { MapOffer } from '#domain/map/map-offer.ts';
import { type MapView, metresPerPixel, zoomThatFits } from '#lib/map-view.ts';

/** A street, seen from above its roofs. */
const streetZoom = 17;
/** What a phone held upright has at least, around the cross. */
const roomPixels = 160;

/** Further than the map's own pictures they are only blown up. */
export function zoomLimits(offer: MapOffer | null): { readonly min: number; readonly max: number } {
  if (offer === null) return { min: 9, max: 19 };
  return { min: Math.max(0, offer.minZoom - 1), max: Math.min(20, offer.maxZoom + 3) };
}

/** The point with the room in which it may lie; without a point the whole map of the office. */
export function firstView(start: Position | null, offer: MapOffer | null): MapView {
  const { min, max } = zoomLimits(offer);
  const within = (zoom: number) => Math.max(min, Math.min(max, zoom));
  if (start !== null) {
    const pixels = (start.accuracyM ?? 0) / metresPerPixel({ ...start, zoom: streetZoom });
    const further = Math.max(0, Math.ceil(Math.log2(pixels / (roomPixels / 2))));
    return { latitude: start.latitude, longitude: start.longitude, zoom: within(streetZoom - further) };
  }
  const [west, south, east, north] = offer?.bounds ?? [95, -11, 141, 6];
  const zoom = Math.round(zoomThatFits([west, south, east, north], 2 * roomPixels, 2 * roomPixels));
  return { latitude: (south + north) / 2, longitude: (west + east) / 2, zoom: within(zoom) };
}
