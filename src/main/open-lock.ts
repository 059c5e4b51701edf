import { v7 } from 'uuid';
import type { HttpClient } from '#api/http-client.ts';
import { createLockOffice } from '#api/lock/lock-office.ts';
import { webLockPrimitives } from '#api/lock/web-lock-primitives.ts';
import type { SealingKey } from '#domain/sealing/sealing-terms.ts';
import { sha256Hex } from '#media/sha256.ts';
import { browserClock } from '#runtime/browser-clock.ts';
import type { LockOffice } from '#services/lock/lock-office.ts';
import { createLockMenu } from '#services/lock/lock-menu.ts';
import type { LockSwitch } from '#services/lock/lock-switch.ts';
import type { LockMenu } from '#services/lock/menu-lock.ts';
import type { Sealing } from '#services/sealing.ts';
import type { DraftStore } from '#services/ports.ts';
import { readDeviceId } from '#storage/device-id.ts';
import { createLockStore } from '#storage/lock/lock-store.ts';
import { turnRows } from '#storage/lock/turn-rows.ts';
import type { Vault } from '#storage/vault.ts';
import { lockChannel } from './lock-channel.ts';
import { browserPasskeys } from './lock-passkeys.ts';
import { watchUse } from './lock-watch.ts';

/** The lock, put together for who has one or asks for one. */
export function openLock(
  { inside }: Vault,
  http: HttpClient,
  lock: LockSwitch,
  plainDrafts: DraftStore,
  sealing: () => Promise<Pick<Sealing, 'mode' | 'recoveryKey'> | null>,
): LockMenu {
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel(lockChannel) : null;
  // Needed only to ask the office, so it is not kept for offline; what wraps a key is, with sealing.
  const keys = async () => import('#api/lock/recovery-keys.ts');
  const { nowMs } = browserClock;
  const recoveryKey = async () => (await (await sealing())?.recoveryKey()) ?? null;
  const menu = createLockMenu({
    office: {
      ...createLockOffice(http, nowMs, async (key, jwe) => (await keys()).openAnswer(key, jwe)),
      deviceId: () => readDeviceId(inside.connection),
      hasRecoveryKey: async () => (await recoveryKey()) !== null,
      async wrapForRecovery(vaultKey, heldKid) {
        const key = await recoveryKey();
        return key === null || key.kid === heldKid ? null : wrapForRecovery(vaultKey, key);
      },
      newAnswerKey: async () => (await keys()).newAnswerKey(),
    },
    lock,
    plainDrafts,
    store: createLockStore(inside.connection),
    turnRows: (row, turner) => turnRows(inside.connection, sha256Hex, row, turner),
    primitives: webLockPrimitives,
    passkeys: browserPasskeys,
    // One office, one mind: what must be sealed at Kirim must not lie open before it.
    isRequired: async () => (await (await sealing())?.mode()) === 'required',
    digest: sha256Hex,
    nowMs,
    newId: () => v7(),
    tellTabs: (what) => tabs?.postMessage(what),
    later: (work, delayMs) => void setTimeout(work, delayMs),
  });
  tabs?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === 'locked') menu.lockHere();
    else if (data === 'changed') void menu.look().catch(() => undefined);
  });
  watchUse({ now: () => menu.lockNow(), here: () => menu.lockHere() }, () => menu.idleMinutes() * 60_000);
  return menu;
}

async function wrapForRecovery(vaultKey: Parameters<LockOffice['wrapForRecovery']>[0], key: SealingKey) {
  const { wrapped } = await import('#api/sealing/seal-application.ts');
  return { kid: key.kid, jwe: JSON.stringify(await wrapped(vaultKey, [key])) };
}
