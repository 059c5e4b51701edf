import { describe, expect, it } from 'vitest';
import { createPrivacyMenu, type EraseResult, type PrivacyPorts } from './privacy-menu.ts';

const seen = { accountId: 'account-a', unsent: 0 };

function menuWith(end: Exclude<EraseResult, { kind: 'in-use' }>, exclusively?: PrivacyPorts['exclusively']) {
  const done: string[] = [];
  let isHeld = false;
  const menu = createPrivacyMenu({
    eraseMine() {
      done.push(isHeld ? 'erase while held' : 'erase');
      return Promise.resolve(end);
    },
    askOffice() {
      done.push(isHeld ? 'ask while held' : 'ask');
      return Promise.resolve({ kind: 'asked', erased: 1, kept: 0, dueAtMs: 5 });
    },
    signOut() {
      done.push(isHeld ? 'sign out while held' : 'sign out');
      return Promise.resolve();
    },
    forgetMap() {
      done.push('forget map');
      return Promise.resolve();
    },
    exclusively:
      exclusively ??
      (async (work) => {
        isHeld = true;
        const result = await work();
        isHeld = false;
        return result;
      }),
  });
  return { menu, done };
}

describe('deleting what is the person’s on this phone', () => {
  it('deletes and signs out while nothing is being sent, then forgets the map', async () => {
    const { menu, done } = menuWith({ kind: 'erased' });
    expect(await menu.erase(seen)).toEqual({ kind: 'erased' });
    expect(done).toEqual(['erase while held', 'sign out while held', 'forget map']);
  });

  it.each([{ kind: 'changed' } as const, { kind: 'failed', reason: 'quota' } as const])(
    'signs nobody out when nothing was deleted: $kind',
    async (end) => {
      const { menu, done } = menuWith(end);
      expect(await menu.erase(seen)).toEqual(end);
      expect(done).toEqual(['erase while held']);
    },
  );

  it('asks the office while nothing is being sent, and leaves the phone as it is', async () => {
    const { menu, done } = menuWith({ kind: 'erased' });
    expect(await menu.askOffice('account-a')).toMatchObject({ kind: 'asked' });
    expect(done).toEqual(['ask while held']);
  });

  it('does nothing while another tab sends', async () => {
    const { menu, done } = menuWith({ kind: 'erased' }, () => Promise.resolve('held-elsewhere'));
    expect(await menu.erase(seen)).toEqual({ kind: 'in-use' });
    expect(await menu.askOffice('account-a')).toEqual({ kind: 'in-use' });
    expect(done).toEqual([]);
  });
});
