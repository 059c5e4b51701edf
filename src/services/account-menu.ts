import type { AccountMenu, AccountTrouble } from './menu.ts';
import type { AccountStore, SignInGate } from './ports.ts';

/**
 * Who uses this phone. The office's session lives in a cookie that all tabs share, so it changes only while no run
 * of the outbox is going on: `exclusively` holds the outbox's lock, or says why it can't.
 */
export function createAccountMenu(ports: {
  readonly store: AccountStore;
  readonly gate: SignInGate;
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T | 'held-elsewhere' | 'unavailable'>;
  readonly poke: () => void;
  /** The other tabs have stopped for want of a sign-in too, and this one may be closed at once. */
  readonly tellOthers: () => void;
}): AccountMenu {
  const { store, gate } = ports;
  const notStored = { kind: 'not-stored' } as const satisfies AccountTrouble;

  async function alone<T>(work: () => Promise<T>): Promise<T | AccountTrouble> {
    const result = await ports.exclusively(work);
    if (result === 'unavailable') return notStored;
    return result === 'held-elsewhere' ? { kind: 'in-use' } : result;
  }

  return {
    current: () => store.liveAccount(),
    async signIn(login, code) {
      const result = await alone(async () => {
        const answer = await gate.signIn(login, code);
        if (answer.kind !== 'signed-in') return answer;
        if ((await store.signIn(answer.account)).kind === 'stored') return { kind: 'signed-in' } as const;
        // The office's session and the phone name the same person, or there is none.
        await gate.signOut();
        return notStored;
      });
      if (result.kind === 'signed-in') {
        ports.tellOthers();
        ports.poke();
      }
      return result;
    },
    signOut: () =>
      alone(async () => {
        if ((await store.signOut()).kind !== 'stored') return notStored;
        await gate.signOut();
        return { kind: 'signed-out' } as const;
      }),
  };
}
