import type { HttpClient } from '#api/http-client.ts';
import { createMapSource } from '#api/map-source.ts';
import { createMapMenu } from '#services/map-menu.ts';
import type { MapMenu } from '#services/menu-map.ts';
import { createMapShelf } from '#storage/map-shelf.ts';

let opened: MapMenu | undefined;

/** The map, put together when somebody first looks at one. */
export function openMap(http: HttpClient, nowMs: () => number): MapMenu {
  return (opened ??= createMapMenu({ shelf: createMapShelf({ nowMs }), source: createMapSource(http), nowMs }));
}
