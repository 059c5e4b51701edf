import { type MapOffer, readMapOffer, tilePath } from '#domain/map/map-offer.ts';
import { Capabilities } from '#contract/schemas.ts';
import type { Check } from '../check.ts';
import { expectStatus, expectThat } from '../expect.ts';
import { read, readHeader } from '../read.ts';

/** The first bytes of a PNG, a JPEG, and the "RIFF" of a WebP. */
const pictures = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x52, 0x49, 0x46, 0x46],
];

export const mapChecks: readonly Check[] = [
  {
    id: 'map-tiles',
    level: 'core',
    title: 'a map that is offered is one of pictures on the same origin, for anybody, and 304 to those who have them',
    async run({ nobody }) {
      const answer = await nobody.get('/.well-known/public-service-sync');
      expectStatus(answer, 200);
      const { map } = read(Capabilities, answer);
      // No map is no fault.
      if (map === undefined) return;
      const offer = readMapOffer(map);
      expectThat(offer !== null, `${answer.exchange}: \`map\` can't be drawn, or is on another origin`);
      const path = middleOf(offer);
      const tile = await nobody.get(path);
      expectStatus(tile, 200);
      expectThat(
        pictures.some((start) => start.every((byte, index) => tile.bytes[index] === byte)),
        `${tile.exchange}: no PNG, JPEG or WebP`,
      );
      expectStatus(await nobody.get(path, { 'if-none-match': readHeader(tile, 'etag') }), 304);
      // Off the earth: the rows of a zoom end before it.
      expectStatus(await nobody.get(tilePath(offer, offer.minZoom, 0, 2 ** offer.minZoom)), 404);
    },
  },
];

/** The address of the tile in the middle of the map, at its lowest zoom. */
function middleOf(offer: MapOffer): string {
  const [west, south, east, north] = offer.bounds;
  const across = 2 ** offer.minZoom;
  const latitude = (((south + north) / 2) * Math.PI) / 180;
  const x = Math.floor(((west + east) / 2 / 360 + 0.5) * across);
  const y = Math.floor((0.5 - Math.asinh(Math.tan(latitude)) / (2 * Math.PI)) * across);
  return tilePath(offer, offer.minZoom, x, y);
}
