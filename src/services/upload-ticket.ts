import { singleFlight } from '#lib/single-flight.ts';

interface HeldTicket {
  readonly ticket: string;
  readonly deviceId: string;
  readonly renewedAtMs: number;
}

export interface UploadTicketPorts {
  readonly store: {
    read(): Promise<{
      readonly accountId: string;
      readonly deviceId: string;
      readonly held: HeldTicket | null;
    } | null>;
    keep(ownerId: string, held: HeldTicket): Promise<void>;
    forget(ownerId: string): Promise<void>;
  };
  /** By the browser's session; null: none is given, or no answer. */
  readonly ask: (deviceId: string) => Promise<{ readonly ticket: string; readonly accountId: string } | null>;
  readonly revoke: (ticket: string) => Promise<void>;
  readonly nowMs: () => number;
}

/** What sends what waits on this phone also when its owner is not signed in any more (F41). */
export interface UploadTickets {
  /** Asks for one, or for the same for longer, where it is time to. Whoever has just signed in does so at once. */
  renew(why: 'signed-in' | 'by-the-way'): Promise<void>;
  /** Whether whoever uses the phone has one here. */
  isHeld(): Promise<boolean>;
  /**
   * Of whoever uses the phone now, to be given back when they have left.
   * @returns how: ends it here at once, and at the office if it can be reached
   */
  takeBack(): Promise<() => Promise<void>>;
}

const renewAfterMs = 12 * 60 * 60 * 1000;
const askAgainMs = 5 * 60 * 1000;

export function createUploadTickets({ store, ask, revoke, nowMs }: UploadTicketPorts): UploadTickets {
  let askedAtMs = Number.NEGATIVE_INFINITY;

  async function askFor(accountId: string, deviceId: string): Promise<void> {
    askedAtMs = nowMs();
    const given = await ask(deviceId);
    // The browser's session may be another person's by now: what is theirs is not kept under this one's name.
    if (given?.accountId !== accountId) return;
    await store.keep(accountId, { ticket: given.ticket, deviceId, renewedAtMs: nowMs() });
  }

  const byTheWay = singleFlight(async () => {
    const own = await store.read();
    if (own === null) return;
    const { accountId, deviceId, held } = own;
    // A clock that was set back says nothing of how old it is.
    const isFresh = held?.deviceId === deviceId && Math.abs(nowMs() - held.renewedAtMs) < renewAfterMs;
    if (isFresh || Math.abs(nowMs() - askedAtMs) < askAgainMs) return;
    await askFor(accountId, deviceId);
  });

  return {
    async renew(why) {
      if (why === 'by-the-way') return byTheWay();
      const own = await store.read();
      if (own !== null) await askFor(own.accountId, own.deviceId);
    },
    isHeld: async () => ((await store.read())?.held ?? null) !== null,
    async takeBack() {
      const own = await store.read();
      return async () => {
        const held = own?.held ?? null;
        if (own === null || held === null) return;
        await store.forget(own.accountId);
        await revoke(held.ticket);
      };
    },
  };
}
