import { expect, it } from 'vitest';
import type { Menu } from '#services/menu.ts';
import { createMenuSoon } from '#services/menu-soon.ts';
import { fakeMenu, fakeWorld } from '#tests/fakes/fake-menu.ts';
import { withResolvers } from '#lib/with-resolvers.ts';
import { saveSoon } from './save-soon.ts';

/** A menu that notes what it is given to save. */
function menuThatNotes(): { readonly menu: Menu; readonly seen: unknown[] } {
  const seen: unknown[] = [];
  const menu = fakeMenu(fakeWorld([], 0));
  const drafts: Menu['drafts'] = {
    ...menu.drafts,
    save(draftId, change) {
      seen.push([draftId, change.answers]);
      return Promise.resolve({ kind: 'saved' });
    },
  };
  return { menu: { ...menu, drafts }, seen };
}

it('what is typed before the store is there is saved in its order when it comes', async () => {
  const { menu, seen } = menuThatNotes();
  const coming = withResolvers<Menu>();
  const save = saveSoon(
    createMenuSoon(() => coming.promise, null),
    'draft-1',
  );
  const saves = [save({ answers: { a: 'K' }, place: 'p' }), save({ answers: { a: 'KA' }, place: 'p' })];
  expect(seen).toEqual([]);
  coming.resolve(menu);
  expect(await Promise.all(saves)).toEqual([{ kind: 'saved' }, { kind: 'saved' }]);
  expect(seen).toEqual([
    ['draft-1', { a: 'K' }],
    ['draft-1', { a: 'KA' }],
  ]);
});

it('a store that can’t be had is a failure that the form tells, and the next save asks again', async () => {
  const { menu, seen } = menuThatNotes();
  const answers = [Promise.reject(new Error('no signal')), Promise.resolve(menu)];
  const save = saveSoon(
    createMenuSoon(() => answers.shift() ?? Promise.reject(new Error('asked too often')), null),
    'draft-1',
  );
  expect(await save({ answers: {}, place: 'p' })).toEqual({ kind: 'failed', reason: 'unknown' });
  expect(await save({ answers: { a: 'K' }, place: 'p' })).toEqual({ kind: 'saved' });
  expect(seen).toEqual([['draft-1', { a: 'K' }]]);
});
