import { expect, it } from 'vitest';
import { checkInventory } from './inventory.ts';

it('R1: what is kept is in docs/data-inventory.json with its class, purpose and retention, and nothing else is', async () => {
  expect(await checkInventory()).toEqual([]);
});
