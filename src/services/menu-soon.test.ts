import { expect, it } from 'vitest';
import { fakeMenu, fakeWorld } from '#tests/fakes/fake-menu.ts';
import { createMenuSoon } from './menu-soon.ts';

const menu = fakeMenu(fakeWorld([], 0));

it('nothing is loaded before somebody asks, and then once for all who ask', async () => {
  let loads = 0;
  const soon = createMenuSoon(() => {
    loads += 1;
    return Promise.resolve(menu);
  }, null);
  expect(loads).toBe(0);
  expect(soon.arrived.getSnapshot()).toBeNull();
  expect(soon.get()).toBe(soon.get());
  expect(await soon.getAgain()).toBe(menu);
  expect(soon.arrived.getSnapshot()).toBe(menu);
  expect(loads).toBe(1);
});

it('what failed is the same failure to a screen, and is tried again for who saves', async () => {
  const answers = [Promise.reject(new Error('no signal')), Promise.resolve(menu)];
  const soon = createMenuSoon(() => answers.shift() ?? Promise.reject(new Error('asked too often')), null);
  await expect(soon.get()).rejects.toThrow('no signal');
  await expect(soon.get()).rejects.toThrow('no signal');
  expect(await soon.getAgain()).toBe(menu);
  expect(await soon.get()).toBe(menu);
});
