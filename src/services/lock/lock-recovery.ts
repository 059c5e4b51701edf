import type { AskedRecovery, LockRow, Recovery } from '#domain/lock/lock-row.ts';
import { isChecked, sealCheck } from '#domain/lock/wraps.ts';
import type { LockPrimitives } from '#domain/lock/primitives.ts';
import type { LockOffice } from './lock-office.ts';
import type { LockStore } from './lock-ports.ts';
import type { RecoveryEnd } from './menu-lock.ts';

type Bytes = Recovery['check'];

export interface RecoveryPorts {
  readonly office: LockOffice;
  readonly store: Pick<LockStore, 'write'>;
  readonly primitives: LockPrimitives;
  readonly nowMs: () => number;
  readonly newId: () => string;
}

/** The way back for who has forgotten everything: the vault key, wrapped to a key that no server has. */
export function createLockRecovery({ office, store, primitives, nowMs, newId }: RecoveryPorts) {
  return {
    /** The row with a wrap to the newest recovery key; as it is where that is there already, or can't be made. */
    async kept(row: LockRow, vaultKey: Bytes): Promise<LockRow> {
      const made = await office.wrapForRecovery(vaultKey, row.recovery?.kid ?? null).catch(() => null);
      if (made === null) return row;
      return { ...row, recovery: { ...made, check: await sealCheck(primitives, row, vaultKey) } };
    },

    async ask(row: LockRow): Promise<RecoveryEnd> {
      if (row.recovery === undefined) return { kind: 'failed' };
      const { publicKey, key, checkNumber } = await office.newAnswerKey();
      const address = { deviceId: (await office.deviceId()) ?? row.lockId, id: newId() };
      const asked: AskedRecovery = { ...address, key, checkNumber, askedAtMs: nowMs() };
      // Before the office hears of it: an answer that nobody can open would be of no use.
      if ((await store.write({ ...row, asked })).kind !== 'stored') return { kind: 'failed' };
      const { lockId, recovery } = row;
      const said = await office.askRecovery(address, { lockId, jwe: recovery.jwe, answerTo: publicKey });
      if (said.kind === 'asked') return said;
      await store.write(row);
      return said.kind === 'refused' ? { kind: 'failed' } : said;
    },

    /** The vault key, once the office has answered. */
    async read(row: LockRow): Promise<RecoveryEnd | { readonly kind: 'opened'; readonly vaultKey: Bytes }> {
      const { asked, recovery } = row;
      if (asked === undefined || recovery === undefined) return { kind: 'failed' };
      const said = await office.readRecovery(asked, asked.key);
      if (said.kind !== 'answered') return said;
      const isIt = await isChecked(primitives, row, said.vaultKey, recovery.check);
      return isIt ? { kind: 'opened', vaultKey: said.vaultKey } : { kind: 'refused' };
    },

    /** Used, or not wanted any more. */
    end({ asked }: LockRow): void {
      if (asked !== undefined) void office.dropRecovery(asked).catch(() => undefined);
    },
  };
}
