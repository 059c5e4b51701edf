import { describe, expect, it } from 'vitest';
import { databaseLog, faultsOfPlaces, mustHold, tableOfPlaces } from './sealed-places.ts';

const found = { 'no lock': 1, lock: 1 };
const none = { 'no lock': 0, lock: 0 };
const asItShouldBe = new Map([...mustHold.map((place) => [place, found] as const), ['the wire', none]]);

describe('places of what was filled in', () => {
  it('are in order where it is found only where it may be', () => {
    expect(faultsOfPlaces(asItShouldBe)).toEqual([]);
  });

  it('are not where it is found anywhere else', () => {
    expect(faultsOfPlaces(new Map([...asItShouldBe, ['the wire', { ...none, lock: 2 }]]))).toEqual([
      'the wire (lock): 2 finds',
    ]);
  });

  it('may hold more with no lock than with one', () => {
    expect(faultsOfPlaces(new Map([...asItShouldBe, [databaseLog, found]]))).toEqual([
      `${databaseLog} (lock): 1 finds`,
    ]);
  });

  it('are not in order where the scan finds nothing at all', () => {
    expect(faultsOfPlaces(new Map([['the wire', none]]))).toHaveLength(2 * mustHold.length);
  });

  it('are told in one table', () => {
    expect(tableOfPlaces(new Map([[databaseLog, found]]))).toEqual([
      'what was filled in is found in  no lock      lock',
      `${databaseLog}   1 (allowed)  1`,
    ]);
  });
});
