import { describe, expect, it } from 'vitest';
import type { LiveQuery } from '#lib/live-query.ts';
import { createAccountMenu } from './account-menu.ts';
import type { Stored, StoredAccount } from './ports.ts';

const account = { accountId: 'warga-1', name: 'KANARI SATU' };
const nobody: LiveQuery<StoredAccount | null> = {
  subscribe: () => () => undefined,
  getSnapshot: () => ({ state: 'ready', value: null }),
};

interface Phone {
  readonly stored?: Stored;
  readonly lock?: 'held-elsewhere' | 'unavailable' | null;
}

function phone({ stored = { kind: 'stored' }, lock = null }: Phone) {
  const done: string[] = [];
  const menu = createAccountMenu({
    store: {
      liveAccount: () => nobody,
      readAccount: () => Promise.resolve(null),
      signIn() {
        done.push('store.signIn');
        return Promise.resolve(stored);
      },
      signOut() {
        done.push('store.signOut');
        return Promise.resolve(stored);
      },
    },
    gate: {
      signIn() {
        done.push('office.signIn');
        return Promise.resolve({ kind: 'signed-in', account });
      },
      signOut() {
        done.push('office.signOut');
        return Promise.resolve();
      },
    },
    exclusively: async (work) => lock ?? (await work()),
    poke: () => void done.push('poke'),
    tellOthers: () => void done.push('tellOthers'),
  });
  return { menu, done };
}
const full: Stored = { kind: 'failed', reason: 'quota' };

describe('signing in and out', () => {
  it('names the same person at the office and on the phone, then sends, and lets the other tabs send', async () => {
    const { menu, done } = phone({});
    expect(await menu.signIn('0812', '123456')).toEqual({ kind: 'signed-in' });
    expect(done).toEqual(['office.signIn', 'store.signIn', 'tellOthers', 'poke']);
  });

  it('never leaves a session at the office that the phone could not note down', async () => {
    const { menu, done } = phone({ stored: full });
    expect(await menu.signIn('0812', '123456')).toEqual({ kind: 'not-stored' });
    expect(done).toEqual(['office.signIn', 'store.signIn', 'office.signOut']);
  });

  it('never ends the session of a person whom the phone still shows as signed in', async () => {
    const { menu, done } = phone({ stored: full });
    expect(await menu.signOut()).toEqual({ kind: 'not-stored' });
    expect(done).toEqual(['store.signOut']);
  });

  it.each([
    ['unavailable', 'not-stored'],
    ['held-elsewhere', 'in-use'],
  ] as const)('says why nothing has changed when the outbox is %s', async (lock, kind) => {
    const { menu, done } = phone({ lock });
    expect(await menu.signIn('0812', '123456')).toEqual({ kind });
    expect(await menu.signOut()).toEqual({ kind });
    expect(done).toEqual([]);
  });
});
