import type { LockRow, ShareAddress, Wrap } from '#domain/lock/lock-row.ts';
import { proofOfPin } from '#domain/lock/wraps.ts';
import type { LockPrimitives } from '#domain/lock/primitives.ts';
import type { LockOffice, ShareAnswer } from './lock-office.ts';

type Bytes = Wrap['salt'];

/** A shift: for so long a page holds a share that it was given, in memory only. */
const heldMs = 12 * 60 * 60 * 1000;

export interface SharePorts {
  readonly office: LockOffice;
  readonly primitives: LockPrimitives;
  readonly nowMs: () => number;
  readonly newId: () => string;
}

/** The shares that PINs need. They are in this page's memory, and nowhere else on the phone. */
export function createOfficeShares({ office, primitives, nowMs, newId }: SharePorts) {
  let held: { readonly shareId: string; readonly share: Bytes; readonly untilMs: number } | null = null;
  /** A try without an answer: said once more it is the same one. */
  let unanswered: { readonly id: string; readonly said: string } | null = null;

  function hold({ shareId }: ShareAddress, share: Bytes): void {
    held = { shareId, share, untilMs: nowMs() + heldMs };
  }

  async function ask(wrap: Wrap, address: ShareAddress, pin: string): Promise<ShareAnswer> {
    const proof = await proofOfPin(primitives, wrap, pin);
    const said = `${address.shareId} ${proof.join()}`;
    const id = unanswered?.said === said ? unanswered.id : newId();
    unanswered = { id, said };
    const answer = await office.tryShare(address, id, proof);
    if (answer.kind !== 'no-signal') unanswered = null;
    if (answer.kind === 'given') hold(address, answer.share);
    return answer;
  }

  return {
    /** Opens also without signal. */
    held: ({ shareId }: ShareAddress): Bytes | null =>
      held?.shareId === shareId && nowMs() < held.untilMs ? held.share : null,
    ask,

    /** A new share, made here, for a PIN that is to be set. Nobody else has it until `leave`. */
    async make(lockId: string): Promise<{ readonly share: Bytes; readonly address: ShareAddress }> {
      const deviceId = (await office.deviceId()) ?? lockId;
      return { share: primitives.randomBytes(32), address: { deviceId, shareId: newId() } };
    },

    async leave(wrap: Wrap, share: Bytes, pin: string) {
      if (wrap.share === undefined) return { kind: 'refused' } as const;
      const kept = await office.putShare(wrap.share, share, await proofOfPin(primitives, wrap, pin));
      if (kept.kind === 'kept') hold(wrap.share, share);
      return kept;
    },

    /** The phone has got a number since: an order to wipe that phone takes the share, too. Null: it stays as it is. */
    async moved(wrap: Wrap, share: Bytes, pin: string): Promise<Wrap | null> {
      const deviceId = await office.deviceId();
      if (deviceId === null || wrap.share === undefined || wrap.share.deviceId === deviceId) return null;
      const next = { ...wrap, share: { ...wrap.share, deviceId } };
      const kept = await office.putShare(next.share, share, await proofOfPin(primitives, wrap, pin));
      return kept.kind === 'kept' ? next : null;
    },

    /** Of a lock that is gone, or has another PIN by now. */
    drop({ wraps }: Pick<LockRow, 'wraps'>, stays: readonly Wrap[] = []): void {
      for (const { share } of wraps) {
        const isLeft = stays.some(
          (wrap) => wrap.share?.shareId === share?.shareId && wrap.share?.deviceId === share?.deviceId,
        );
        if (share !== undefined && !isLeft) void office.dropShare(share).catch(() => undefined);
      }
    },
  };
}
