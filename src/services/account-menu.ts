import type { AccountMenu } from './menu.ts';
import type { AccountStore, SignInGate } from './ports.ts';

/**
 * Who uses this phone. The office's session lives in a cookie that all tabs share, so it changes only while no run
 * of the outbox is going on: `exclusively` holds the outbox's lock.
 */
export function createAccountMenu(ports: {
  readonly store: AccountStore;
  readonly gate: SignInGate;
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  readonly poke: () => void;
}): AccountMenu {
  const { store, gate } = ports;
  return {
    current: () => store.liveAccount(),
    async signIn(login, code) {
      const result = await ports.exclusively(async () => {
        const answer = await gate.signIn(login, code);
        if (answer.kind === 'signed-in') await store.signIn(answer.account);
        return answer;
      });
      if (result.kind !== 'signed-in') return result;
      ports.poke();
      return { kind: 'signed-in' };
    },
    async signOut() {
      await ports.exclusively(async () => {
        await store.signOut();
        await gate.signOut();
      });
    },
  };
}
