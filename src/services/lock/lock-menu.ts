import { nextTryAtMs, untried } from '#domain/lock/attempts.ts';
import type { LockRow, Wrap } from '#domain/lock/lock-row.ts';
import { makeWords } from '#domain/lock/passphrase.ts';
import { rowKey, type RowKey } from '#domain/lock/row-key.ts';
import { unwrapKey, vaultKeyBytes, wrapKey, type Secret } from '#domain/lock/wraps.ts';
import type { LockPorts } from './lock-ports.ts';
import { lockedStores } from './locked-stores.ts';
import type { LockChanged, LockMenu, LockSecret, LockStatus, UnlockEnd } from './menu-lock.ts';
import { openingTurner, sealingTurner } from './row-turners.ts';
import { refusingStores } from './refusing-stores.ts';

type Bytes = Wrap['salt'];
type Opened = { readonly kind: 'opened'; readonly row: LockRow; readonly vaultKey: Bytes } | UnlockEnd;

/** A save that was under way when the screen was covered has this long to be done. */
const graceMs = 1_000;
/** Of who keeps their own data here, and of who keeps other people's. */
const idleMinutes = { citizen: 10, officer: 2 } as const;

export function createLockMenu(ports: LockPorts): LockMenu {
  const { lock, store, primitives, passkeys, nowMs } = ports;
  /** Whose lock is open here. */
  let open: { readonly row: LockRow; readonly key: RowKey } | null = null;
  let round = 0;
  let isOfficer = false;

  async function read() {
    const found = await store.read();
    isOfficer = found.roles.includes('pendamping');
    return found;
  }
  async function current(): Promise<LockRow | null> {
    return (await read()).row;
  }

  async function status(): Promise<LockStatus> {
    try {
      const { accountId, row } = await read();
      if (accountId === null) return { kind: 'no-account' };
      if (row === null) return { kind: 'none', isOfficer };
      return { kind: 'on', isOfficer, ways: row.wraps.map(({ way }) => way), nextTryAtMs: nextTryAtMs(row.attempts) };
    } catch {
      return { kind: 'unknown' };
    }
  }

  /** The vault key, if this is a way in. Whoever gets it fills it with nothing when it is used. */
  async function tryKey(secret: LockSecret): Promise<Opened> {
    const row = await current();
    const wrap = row?.wraps.find(({ way }) => way === secret.way);
    if (row === null || wrap === undefined) return { kind: 'failed' };
    if (secret.way === 'passkey') {
      const answer = await passkeys.ask(wrap.credentialId ?? wrap.salt, wrap.salt);
      if (answer === null) return { kind: 'broken-off' };
      const vaultKey = await unwrapKey(primitives, row, wrap, { way: 'passkey', salt: wrap.salt, ...answer });
      return vaultKey === undefined ? { kind: 'failed' } : { kind: 'opened', row, vaultKey };
    }
    const may = await store.beginTry(row.owner, nowMs());
    if (may === null) return { kind: 'failed' };
    if (may.kind === 'wait') return { kind: 'wait', untilMs: may.untilMs };
    const vaultKey = await unwrapKey(primitives, row, wrap, secret);
    if (vaultKey === undefined) return { kind: 'wrong', nextTryAtMs: nextTryAtMs(may.next) };
    // As it is by now: another tab may have changed it while this one was at work.
    return { kind: 'opened', row: (await store.forgive(row)) ?? row, vaultKey };
  }

  async function hold(row: LockRow, vaultKey: Bytes): Promise<void> {
    const key = rowKey(primitives, await primitives.hold(vaultKey), row);
    vaultKey.fill(0);
    round += 1;
    open = { row, key };
    const seals = row.state === 'on';
    const isStillOn = async (): Promise<boolean> => {
      const there = await current().catch(() => null);
      return there?.lockId === row.lockId && there.state === 'on';
    };
    const { digest, plainDrafts } = ports;
    lock.stores = lockedStores({ key, digest, plainDrafts, seals, isStillOn, sealRest });
    // A lock just set up: the next start covers before it has looked.
    lock.remember(true);
    if (seals) sealRest();
  }

  function sealRest(): void {
    if (open === null) return;
    const { row, key } = open;
    void ports.turnRows(row, sealingTurner(key, ports.digest)).catch(() => undefined);
  }

  async function unlock(secret: LockSecret): Promise<UnlockEnd> {
    const opened = await tryKey(secret).catch((): UnlockEnd => ({ kind: 'failed' }));
    if (opened.kind !== 'opened') return opened;
    await hold(opened.row, opened.vaultKey);
    if (opened.row.state === 'removing') await finishRemoving(opened.row);
    lock.isShut.set(false);
    return { kind: 'open' };
  }

  async function ask(secret: LockSecret): Promise<Secret | null> {
    if (secret.way !== 'passkey') return secret;
    const salt = primitives.randomBytes(32);
    const made = await passkeys.make(salt);
    return made && { way: 'passkey', salt, ...made };
  }

  async function setUp(asked: LockSecret): Promise<LockChanged> {
    const { accountId, row: there } = await read();
    if (accountId === null || there !== null || (isOfficer && asked.way === 'pin')) return { kind: 'failed' };
    const secret = await ask(asked);
    if (secret === null) return { kind: 'broken-off' };
    const vaultKey = primitives.randomBytes(vaultKeyBytes);
    const names = { lockId: ports.newId(), owner: accountId };
    const wrap = await wrapKey(primitives, names, vaultKey, secret);
    const row: LockRow = { version: 1, ...names, state: 'on', wraps: [wrap], attempts: untried };
    // Read back and opened before a single row depends on it.
    if ((await store.write(row)).kind !== 'stored' || !(await opensBack(names, secret, vaultKey))) {
      return { kind: 'failed' };
    }
    await hold(row, vaultKey);
    lock.isShut.set(false);
    ports.tellTabs('changed');
    return { kind: 'changed' };
  }

  async function opensBack(names: Pick<LockRow, 'lockId' | 'owner'>, secret: Secret, key: Bytes): Promise<boolean> {
    const row = await current();
    const wrap = row?.wraps.find(({ way }) => way === secret.way);
    if (row?.lockId !== names.lockId || wrap === undefined) return false;
    const read = await unwrapKey(primitives, row, wrap, secret);
    return read?.every((byte, index) => byte === key[index]) === true;
  }

  async function change(from: LockSecret, to: LockSecret): Promise<LockChanged> {
    const opened = await tryKey(from);
    if (opened.kind !== 'opened') return opened;
    const { row, vaultKey } = opened;
    const secret = isOfficer && to.way === 'pin' ? null : await ask(to);
    if (secret === null) return { kind: 'broken-off' };
    const spare = row.wraps.filter(({ way }) => way === 'passphrase' && to.way !== 'passphrase');
    return rewrap(row, vaultKey, secret, (wrap) => [wrap, ...spare]);
  }

  async function addWords(from: LockSecret, words: string): Promise<LockChanged> {
    const opened = await tryKey(from);
    if (opened.kind !== 'opened') return opened;
    const { row, vaultKey } = opened;
    const others = row.wraps.filter(({ way }) => way !== 'passphrase');
    return rewrap(row, vaultKey, { way: 'passphrase', text: words }, (wrap) => [...others, wrap]);
  }

  /** Read back and opened, or told as failed. Words that are there beside it open it still. */
  async function rewrap(
    row: LockRow,
    vaultKey: Bytes,
    secret: Secret,
    place: (wrap: Wrap) => readonly Wrap[],
  ): Promise<LockChanged> {
    const wraps = place(await wrapKey(primitives, row, vaultKey, secret));
    const changed: LockRow = { ...row, wraps };
    const isStored = (await store.write(changed)).kind === 'stored' && (await opensBack(row, secret, vaultKey));
    vaultKey.fill(0);
    return { kind: isStored ? 'changed' : 'failed' };
  }

  async function remove(secret: LockSecret): Promise<LockChanged> {
    const opened = await tryKey(secret);
    if (opened.kind !== 'opened') return opened;
    const removing: LockRow = { ...opened.row, state: 'removing' };
    if ((await store.write(removing)).kind !== 'stored') return { kind: 'failed' };
    // What is written from now on is not sealed any more; what is read is opened still.
    await hold(removing, opened.vaultKey);
    // Other tabs have let go of their key by then: nothing is sealed any more behind the back of what follows.
    ports.tellTabs('changed');
    await new Promise<void>((resolve) => ports.later(resolve, 2 * graceMs));
    return { kind: (await finishRemoving(removing)) ? 'changed' : 'failed' };
  }

  async function finishRemoving(row: LockRow): Promise<boolean> {
    if (open === null) return false;
    const left = await ports.turnRows(row, openingTurner(open.key)).catch(() => 1);
    if (left > 0 || !(await store.remove(row))) return false;
    open = null;
    lock.stores = null;
    lock.remember(false);
    ports.tellTabs('changed');
    return true;
  }

  function shut(): void {
    lock.isShut.set(true);
    const then = (round += 1);
    ports.later(() => {
      // Unlocked again meanwhile: that key is in use.
      if (round !== then) return;
      open = null;
      lock.stores = refusingStores;
    }, graceMs);
  }

  return {
    status,
    offersPasskey: () => passkeys.isOffered(),
    suggestWords: () => makeWords(primitives.randomBytes),
    setUp,
    unlock,
    async check(secret) {
      const opened = await tryKey(secret);
      if (opened.kind !== 'opened') return opened;
      opened.vaultKey.fill(0);
      return { kind: 'open' };
    },
    change,
    addWords,
    idleMinutes: () => (isOfficer ? idleMinutes.officer : idleMinutes.citizen),
    remove,
    lockNow() {
      if (open === null || lock.isShut.getSnapshot()) return;
      shut();
      ports.tellTabs('locked');
    },
    lockHere() {
      if (open !== null) shut();
    },
    async look() {
      const { accountId, row } = await read();
      if (row === null && isOfficer && (await ports.isRequired())) {
        // No draft of somebody else's is begun before there is a lock.
        lock.isShut.set(true);
        return;
      }
      if (row === null) {
        // Nobody's lock, or signed out: what is sealed of others stays unread all the same.
        open = null;
        lock.stores = null;
        lock.remember(false);
        lock.isShut.set(false);
        return;
      }
      // A lock that this browser had forgotten, or that another tab has set up.
      lock.remember(true);
      if (open?.row.owner !== accountId || open.row.lockId !== row.lockId || open.row.state !== row.state) {
        open = null;
        lock.stores = refusingStores;
        lock.isShut.set(true);
      }
    },
  };
}
