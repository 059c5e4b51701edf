import { type MapView, metresPerPixel } from '#lib/map-view.ts';
import { geoUriOf, type Position } from '#domain/form/position.ts';

/** As near as somebody brings a place under a cross with a finger. */
const fingerPixels = 12;

/**
 * The place under the cross, and how exactly it is known. Untouched, it is what it was. On a picture, as well as that
 * picture can be pointed at; on the bare grid it was measured from the start, and is no better than that.
 * @param pictureZoom zoom of the picture under the cross; null on the bare grid
 */
export function pickedPoint(view: MapView, start: Position | null, pictureZoom: number | null): Position {
  const { latitude, longitude } = view;
  if (start !== null && isSame(view, start)) return start;
  const zoom = pictureZoom === null ? view.zoom : Math.min(view.zoom, pictureZoom);
  const pointed = Math.max(1, fingerPixels * metresPerPixel({ ...view, zoom }));
  if (pictureZoom !== null) return { latitude, longitude, accuracyM: pointed };
  const known = start?.accuracyM ?? null;
  return { latitude, longitude, accuracyM: known === null ? null : Math.max(known, pointed) };
}

/** To the metre that is written down. */
function isSame({ latitude, longitude }: MapView, start: Position): boolean {
  const written = (place: { readonly latitude: number; readonly longitude: number }) =>
    geoUriOf({ latitude: place.latitude, longitude: place.longitude, accuracyM: null });
  return written({ latitude, longitude }) === written(start);
}
