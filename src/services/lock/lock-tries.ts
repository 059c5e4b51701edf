import { nextTryAtMs } from '#domain/lock/attempts.ts';
import { type LockRow, type Wrap, wayOf } from '#domain/lock/lock-row.ts';
import { type Secret, unwrapKey, wrapKey } from '#domain/lock/wraps.ts';
import type { LockPorts } from './lock-ports.ts';
import type { LockSecret, UnlockEnd } from './menu-lock.ts';
import type { createOfficeShares } from './office-shares.ts';

type Bytes = Wrap['salt'];
type Names = Pick<LockRow, 'lockId' | 'owner'>;
type Opened = { readonly kind: 'opened'; readonly row: LockRow; readonly vaultKey: Bytes } | UnlockEnd;
type Wrapped =
  | { readonly kind: 'wrapped'; readonly wrap: Wrap; readonly opens: (wrap: Wrap) => Promise<Bytes | undefined> }
  | UnlockEnd;

/** From what a person brings to the vault key, and back. */
export function createLockTries(
  { store, primitives, passkeys, nowMs }: LockPorts,
  shares: ReturnType<typeof createOfficeShares>,
) {
  /** The vault key, if this is a way in. Whoever gets it fills it with nothing when it is used. */
  async function open(row: LockRow | null, secret: LockSecret): Promise<Opened> {
    const wrap = row?.wraps.find((one) => wayOf(one) === secret.way);
    if (row === null || wrap === undefined) return { kind: 'failed' };
    if (secret.way === 'passkey') {
      const answer = await passkeys.ask(wrap.credentialId ?? wrap.salt, wrap.salt);
      if (answer === null) return { kind: 'broken-off' };
      const vaultKey = await unwrapKey(primitives, row, wrap, { way: 'passkey', salt: wrap.salt, ...answer });
      return vaultKey === undefined ? { kind: 'failed' } : { kind: 'opened', row, vaultKey };
    }
    if (wrap.share === undefined || shares.held(wrap.share) !== null) return openHere(row, wrap, secret);
    // The office counts.
    const answer = await shares.ask(wrap, wrap.share, secret.text);
    if (answer.kind === 'wrong-pin') return { kind: 'wrong', nextTryAtMs: 0, triesLeft: answer.triesLeft };
    if (answer.kind !== 'given') return answer;
    const brought: Secret = { way: 'office-pin', text: secret.text, share: answer.share, address: wrap.share };
    const vaultKey = await unwrapKey(primitives, row, wrap, brought);
    return vaultKey === undefined ? { kind: 'failed' } : { kind: 'opened', row, vaultKey };
  }

  /** The phone counts. */
  async function openHere(row: LockRow, wrap: Wrap, secret: Exclude<LockSecret, { way: 'passkey' }>): Promise<Opened> {
    const may = await store.beginTry(row.owner, nowMs());
    if (may === null) return { kind: 'failed' };
    if (may.kind === 'wait') return { kind: 'wait', untilMs: may.untilMs };
    const share = wrap.share && shares.held(wrap.share);
    const { way, text } = secret;
    const brought: Secret =
      way !== 'office-pin'
        ? { way, text }
        : { way, text, share: share ?? wrap.salt, address: wrap.share ?? { deviceId: '', shareId: '' } };
    const vaultKey = await unwrapKey(primitives, row, wrap, brought);
    if (vaultKey === undefined) return { kind: 'wrong', nextTryAtMs: nextTryAtMs(may.next) };
    // As it is by now: another tab may have changed it while this one was at work.
    return { kind: 'opened', row: (await store.forgive(row)) ?? row, vaultKey };
  }

  /** A new way in; the office has its share of it by then. */
  async function wrap(names: Names, vaultKey: Bytes, asked: LockSecret): Promise<Wrapped> {
    const secret = await secretOf(names, asked);
    if (secret === null) return { kind: 'broken-off' };
    const made = await wrapKey(primitives, names, vaultKey, secret);
    const opens = (read: Wrap) => unwrapKey(primitives, names, read, secret);
    if (secret.way === 'office-pin') {
      const kept = await shares.leave(made, secret.share, secret.text);
      if (kept.kind !== 'kept') return kept.kind === 'refused' ? { kind: 'failed' } : kept;
    }
    return { kind: 'wrapped', wrap: made, opens };
  }

  async function secretOf({ lockId }: Names, asked: LockSecret): Promise<Secret | null> {
    if (asked.way === 'office-pin') return { ...asked, way: 'office-pin', ...(await shares.make(lockId)) };
    if (asked.way !== 'passkey') return { way: asked.way, text: asked.text };
    const salt = primitives.randomBytes(32);
    const made = await passkeys.make(salt);
    return made && { way: 'passkey', salt, ...made };
  }

  /** After a right try: the share lies under the number that the phone has by now. */
  async function settled(row: LockRow, secret: LockSecret): Promise<LockRow> {
    const old = row.wraps.find(({ share }) => share !== undefined);
    const share = old?.share && shares.held(old.share);
    if (secret.way !== 'office-pin' || old === undefined || share === undefined || share === null) return row;
    const moved = await shares.moved(old, share, secret.text);
    return moved === null ? row : { ...row, wraps: row.wraps.map((one) => (one === old ? moved : one)) };
  }

  return { open, wrap, settled };
}
