import type { AskedCodeKeeper, DoorGate } from './door-ports.ts';
import type { AccountDoor, AccountTrouble, AskedCode } from './menu-account.ts';
import type { AccountStore, StoredAccount } from './ports.ts';
import type { UploadTickets } from './upload-ticket.ts';

export interface AccountDoorPorts {
  readonly store: Pick<AccountStore, 'readAccount' | 'signIn' | 'signOut'>;
  readonly gate: DoorGate;
  readonly asked: AskedCodeKeeper;
  readonly deviceId: () => Promise<string | null>;
  /** Holds the outbox's lock, or says why it can't. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T | 'held-elsewhere' | 'unavailable'>;
  /** What sends on after a sign-out. */
  readonly tickets: UploadTickets;
  readonly poke: () => void;
  /** The other tabs have stopped for want of a sign-in too, and this one may be closed at once. */
  readonly tellOthers: () => void;
  readonly nowMs: () => number;
  /** UUIDs of version 7. */
  readonly newId: () => string;
}

/** No code lasts longer, whatever a clock that was set in between makes of it. */
const longestWaitMs = 15 * 60_000;

/**
 * Who uses this phone. The office's session lives in a cookie that all tabs share, so it changes only while no run
 * of the outbox is going on.
 */
export function createAccountDoor(ports: AccountDoorPorts): AccountDoor {
  const { store, gate, asked } = ports;
  const signInNeeded = { kind: 'sign-in-needed' } as const;
  const notStored = { kind: 'not-stored' } as const satisfies AccountTrouble;

  async function alone<T>(work: () => Promise<T>): Promise<T | AccountTrouble> {
    const result = await ports.exclusively(work);
    if (result === 'unavailable') return notStored;
    return result === 'held-elsewhere' ? { kind: 'in-use' } : result;
  }

  function waitingFor(): AskedCode | null {
    const known = asked.read();
    if (known === null) return null;
    const leftMs = known.expiresAtMs - ports.nowMs();
    if (leftMs > 0 && leftMs <= longestWaitMs) return known;
    // Somebody's number, that nothing waits for any more.
    asked.keep(null);
    return null;
  }

  /** @param ask what the office says; on success the browser holds the session's cookie by then */
  async function takeIn<Refusal extends { readonly kind: string }>(ask: () => Promise<LetIn | Refusal>) {
    const result = await alone(async () => {
      const answer = await ask();
      if (!isSignedIn(answer)) return answer;
      if ((await store.signIn(answer.account)).kind === 'stored') return { kind: 'signed-in' } as const;
      // The office's session and the phone name the same person, or there is none.
      await gate.signOut();
      return notStored;
    });
    if (result.kind === 'signed-in') {
      asked.keep(null);
      ports.tellOthers();
      ports.poke();
      void ports.tickets.renew('signed-in');
    }
    return result;
  }

  async function isOwner(accountId: string): Promise<boolean> {
    return (await store.readAccount())?.accountId === accountId;
  }

  /**
   * The session is the browser's, and another's where the answer to their code was lost on the way: what is done under a
   * name is done only under the one that this phone shows.
   */
  async function asOwner<T>(work: () => Promise<T>) {
    const who = await gate.whoAmI();
    if (who.kind !== 'signed-in') return who;
    return (await isOwner(who.account.accountId)) ? work() : signInNeeded;
  }

  return {
    waitingFor,
    forgetCode: () => asked.keep(null),
    async askCode(phone, purpose) {
      const answer = await gate.askCode(phone, purpose, await ports.deviceId());
      if (answer.kind === 'sent' && purpose === 'sign-in') asked.keep(answer.asked);
      return answer;
    },
    async enter(code) {
      const known = waitingFor();
      if (known === null) return { kind: 'expired' };
      return takeIn(() => gate.enter(known, code));
    },
    officialSignIn: () => gate.officialSignIn(),
    comeIn: () => takeIn(() => gate.whoAmI()),
    sendsOn: () => ports.tickets.isHeld(),
    async signOut(waiting) {
      const result = await alone(async () => {
        const giveBack = await ports.tickets.takeBack();
        if ((await store.signOut()).kind !== 'stored') return notStored;
        asked.keep(null);
        if (waiting === 'stays') await giveBack();
        return { kind: 'signed-out', goTo: await gate.signOut() } as const;
      });
      if (result.kind === 'signed-out' && waiting === 'still-goes') ports.poke();
      return result;
    },
    async profile() {
      const read = await gate.profile();
      return read.kind !== 'read' || (await isOwner(read.accountId)) ? read : signInNeeded;
    },
    endSession: (id) => asOwner(() => gate.endSession(id)),
    endOtherSessions: () => asOwner(() => gate.endOtherSessions()),
    async orderWipe(deviceId, unsent) {
      const orderId = ports.newId();
      return asOwner(() => gate.orderWipe(deviceId, orderId, unsent));
    },
    async changeNumber(newNumber, oldNumber) {
      const answer = await asOwner(() => gate.changeNumber(newNumber, oldNumber));
      if (answer.kind !== 'changed') return answer;
      // The number is what the phone calls an account without a name.
      return (await store.signIn(answer.account)).kind === 'stored' ? { kind: 'changed' } : notStored;
    },
  };
}

interface LetIn {
  readonly kind: 'signed-in';
  readonly account: StoredAccount;
}

function isSignedIn(answer: { readonly kind: string }): answer is LetIn {
  return answer.kind === 'signed-in';
}
