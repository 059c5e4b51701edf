import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MapOffer } from '#domain/map/map-offer.ts';
import { createMapShelf } from '#storage/map-shelf.ts';

const offer: MapOffer = {
  tiles: '/v1/map-tiles/{z}/{x}/{y}',
  minZoom: 8,
  maxZoom: 13,
  bounds: [106.4, -6.35, 106.7, -6.1],
  attribution: '© KANARI',
};
const clock = { nowMs: 0 };
let names = 0;
let name: string;
const opened: ReturnType<typeof createMapShelf>[] = [];

function open(mostBytes = 1_000) {
  const shelf = createMapShelf({
    nowMs: () => clock.nowMs,
    name,
    mostBytes,
    dexie: { indexedDB, IDBKeyRange },
  });
  opened.push(shelf);
  return shelf;
}
const tile = (bytes: number) => ({ bytes: new ArrayBuffer(bytes), mediaType: 'image/png', fetchedAtMs: clock.nowMs });

describe('the map as far as somebody has looked', () => {
  beforeEach(() => {
    names += 1;
    name = `map-${names}`;
    clock.nowMs = 0;
  });
  afterEach(() => {
    for (const shelf of opened.splice(0)) shelf.close();
  });

  it('is there again after the app was closed', async () => {
    const first = open();
    await first.keepOffer(offer);
    await first.keepTile('9/1/2', { ...tile(3), bytes: Uint8Array.from([1, 2, 3]).buffer });
    first.close();
    const second = open();
    expect(await second.readOffer()).toEqual(offer);
    const kept = await second.readTile('9/1/2');
    expect([...new Uint8Array(kept?.bytes ?? new ArrayBuffer(0))]).toEqual([1, 2, 3]);
    expect(await second.readTile('9/1/3')).toBeNull();
  });

  it('never takes more room than it may: what was seen longest ago goes', async () => {
    const shelf = open(1_000);
    for (let index = 0; index < 12; index += 1) {
      clock.nowMs += 2 * 3_600_000;
      await shelf.keepTile(`9/0/${index}`, tile(300));
      // The first one is looked at again and again.
      await shelf.readTile('9/0/0');
    }
    const there = await Promise.all(Array.from({ length: 12 }, (_, index) => shelf.readTile(`9/0/${index}`)));
    expect(there.flatMap((kept, index) => (kept === null ? [] : [index]))).toEqual([0, 10, 11]);
  });

  it('holds no picture of a map that is offered no longer', async () => {
    const shelf = open();
    await shelf.keepOffer(offer);
    await shelf.keepTile('9/1/2', tile(3));
    await shelf.keepOffer({ ...offer, attribution: 'another word' });
    expect(await shelf.readTile('9/1/2')).not.toBeNull();
    await shelf.keepOffer({ ...offer, tiles: '/peta/{z}/{x}/{y}' });
    expect(await shelf.readTile('9/1/2')).toBeNull();
    await shelf.keepTile('9/1/2', tile(3));
    await shelf.keepOffer(null);
    expect([await shelf.readOffer(), await shelf.readTile('9/1/2')]).toEqual([null, null]);
  });

  it('goes without a trace, and holds nobody up where nothing can be kept', async () => {
    const shelf = open();
    await shelf.keepOffer(offer);
    await shelf.keepTile('9/1/2', tile(3));
    await shelf.clear();
    expect([await shelf.readOffer(), await shelf.readTile('9/1/2')]).toEqual([undefined, null]);
    shelf.close();
    await shelf.keepTile('9/1/2', tile(3));
    await shelf.keepOffer(offer);
    expect([await shelf.readOffer(), await shelf.readTile('9/1/2')]).toEqual([undefined, null]);
  });
});
