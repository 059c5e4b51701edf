import { nextTryAtMs, untried } from '#domain/lock/attempts.ts';
import { type LockRow, type Wrap, wayOf } from '#domain/lock/lock-row.ts';
import { makeWords } from '#domain/lock/passphrase.ts';
import { vaultKeyBytes } from '#domain/lock/wraps.ts';
import { createLockRecovery } from './lock-recovery.ts';
import type { LockPorts } from './lock-ports.ts';
import { createLockTries } from './lock-tries.ts';
import type { LockChanged, LockMenu, LockSecret, LockStatus, RecoveryStatus, UnlockEnd } from './menu-lock.ts';
import { withInbox } from './open-inbox.ts';
import { createOfficeShares } from './office-shares.ts';
import { createOpenLock } from './open-lock.ts';

type Bytes = Wrap['salt'];

/** A tab that is sealing still has this long to be done. */
const graceMs = 2_000;
/** Of who keeps their own data here, and of who keeps other people's. */
const idleMinutes = { citizen: 10, officer: 2 } as const;

export function createLockMenu(ports: LockPorts): LockMenu {
  const { lock, store, primitives, passkeys } = ports;
  const shares = createOfficeShares(ports);
  const recovery = createLockRecovery(ports);
  const tries = createLockTries(ports, shares);
  let isOfficer = false;

  async function read() {
    const found = await store.read();
    isOfficer = found.roles.includes('pendamping');
    return found;
  }
  const current = async (): Promise<LockRow | null> => (await read()).row;
  const opened = createOpenLock(ports, current);

  async function status(): Promise<LockStatus> {
    try {
      const { accountId, row } = await read();
      if (accountId === null) return { kind: 'no-account' };
      if (row === null) return { kind: 'none', isOfficer, officeRecovers: await ports.office.hasRecoveryKey() };
      const ways = row.wraps.map(wayOf);
      return { kind: 'on', isOfficer, ways, nextTryAtMs: nextTryAtMs(row.attempts), recovery: recoveryOf(row) };
    } catch {
      return { kind: 'unknown' };
    }
  }

  /** The office can open the locks of those who keep other people's papers, and of who lets it guard their PIN. */
  function withRecovery(row: LockRow, vaultKey: Bytes): Promise<LockRow> {
    const isOffered = isOfficer || row.wraps.some(({ share }) => share !== undefined);
    return isOffered ? recovery.kept(row, vaultKey) : Promise.resolve(row);
  }

  const completed = async (row: LockRow, vaultKey: Bytes): Promise<LockRow> =>
    withRecovery(await withInbox(primitives, row, vaultKey), vaultKey);

  async function unlock(secret: LockSecret): Promise<UnlockEnd> {
    const tried = await tries.open(await current(), secret).catch((): UnlockEnd => ({ kind: 'failed' }));
    if (tried.kind !== 'opened') return tried;
    let row = await tries.settled(tried.row, secret).catch(() => tried.row);
    if (row.state === 'on') row = await completed(row, tried.vaultKey).catch(() => row);
    if (row !== tried.row && (await store.write(row, tried.row.wraps)).kind !== 'stored') row = tried.row;
    shares.drop(tried.row, row.wraps);
    await opened.hold(row, tried.vaultKey);
    if (row.state === 'removing') await opened.finishRemoving(row);
    lock.isShut.set(false);
    return { kind: 'open' };
  }

  async function setUp(asked: LockSecret): Promise<LockChanged> {
    const { accountId, row: there } = await read();
    if (accountId === null || there !== null || (isOfficer && asked.way === 'pin')) return { kind: 'failed' };
    const names = { lockId: ports.newId(), owner: accountId };
    const vaultKey = primitives.randomBytes(vaultKeyBytes);
    const made = await tries.wrap(names, vaultKey, asked);
    if (made.kind !== 'wrapped') return made;
    const bare: LockRow = { version: 1, ...names, state: 'on', wraps: [made.wrap], attempts: untried };
    const row = await completed(bare, vaultKey);
    // Read back and opened before a single row depends on it.
    if ((await store.write(row)).kind !== 'stored' || !(await opensBack(row, made, vaultKey))) {
      shares.drop(row);
      return { kind: 'failed' };
    }
    await opened.hold(row, vaultKey);
    lock.isShut.set(false);
    ports.tellTabs('changed');
    return { kind: 'changed' };
  }

  async function opensBack(
    { lockId }: Pick<LockRow, 'lockId'>,
    { wrap, opens }: { readonly wrap: Wrap; readonly opens: (wrap: Wrap) => Promise<Bytes | undefined> },
    key: Bytes,
  ): Promise<boolean> {
    const row = await current();
    const found = row?.wraps.find((one) => wayOf(one) === wayOf(wrap));
    if (row?.lockId !== lockId || found === undefined) return false;
    return (await opens(found))?.every((byte, index) => byte === key[index]) === true;
  }

  async function change(from: LockSecret, to: LockSecret): Promise<LockChanged> {
    const tried = await tries.open(await current(), from);
    if (tried.kind !== 'opened') return tried;
    if (isOfficer && to.way === 'pin') return { kind: 'broken-off' };
    return rewrap(tried.row, tried.vaultKey, to, (wrap) => [wrap, ...sparesOf(tried.row, to)]);
  }

  async function addWords(from: LockSecret, words: string): Promise<LockChanged> {
    const tried = await tries.open(await current(), from);
    if (tried.kind !== 'opened') return tried;
    const others = tried.row.wraps.filter(({ way }) => way !== 'passphrase');
    return rewrap(tried.row, tried.vaultKey, { way: 'passphrase', text: words }, (wrap) => [...others, wrap]);
  }

  /** Read back and opened, or told as failed. Words that are there beside it open it still. */
  async function rewrap(
    row: LockRow,
    vaultKey: Bytes,
    asked: LockSecret,
    place: (wrap: Wrap) => readonly Wrap[],
  ): Promise<LockChanged> {
    const made = await tries.wrap(row, vaultKey, asked);
    if (made.kind !== 'wrapped') {
      vaultKey.fill(0);
      return made;
    }
    const changed = await withRecovery({ ...row, wraps: place(made.wrap) }, vaultKey);
    const isStored =
      (await store.write(changed, row.wraps)).kind === 'stored' && (await opensBack(row, made, vaultKey));
    vaultKey.fill(0);
    if (isStored) shares.drop(row, changed.wraps);
    return { kind: isStored ? 'changed' : 'failed' };
  }

  async function remove(secret: LockSecret, drops?: 'damaged'): Promise<LockChanged> {
    const tried = await tries.open(await current(), secret);
    if (tried.kind !== 'opened') return tried;
    const removing: LockRow = { ...tried.row, state: 'removing' };
    if ((await store.write(removing)).kind !== 'stored') return { kind: 'failed' };
    // What is written from now on is not sealed any more; what is read is opened still.
    await opened.hold(removing, tried.vaultKey);
    // Other tabs have let go of their key by then: nothing is sealed any more behind the back of what follows.
    ports.tellTabs('changed');
    await new Promise<void>((resolve) => ports.later(resolve, graceMs));
    const { left, damaged } = await opened.finishRemoving(removing, drops === 'damaged');
    if (left > 0) return damaged === left ? { kind: 'damaged', count: damaged } : { kind: 'failed' };
    shares.drop(removing);
    return { kind: 'changed' };
  }

  async function recover(next: LockSecret): Promise<LockChanged> {
    const row = await current();
    if (row === null || (isOfficer && next.way === 'pin')) return { kind: 'failed' };
    const answer = await recovery.read(row);
    if (answer.kind === 'asked' || answer.kind === 'refused') return { kind: 'failed' };
    if (answer.kind !== 'opened') return answer;
    const { asked: _used, ...rest } = row;
    const kept = Uint8Array.from(answer.vaultKey);
    const fresh: LockRow = { ...rest, attempts: untried };
    const end = await rewrap(fresh, answer.vaultKey, next, (wrap) => [wrap]);
    if (end.kind !== 'changed') return end;
    recovery.end(row);
    shares.drop(row, (await current())?.wraps ?? []);
    await opened.hold((await current()) ?? fresh, kept);
    lock.isShut.set(false);
    ports.tellTabs('changed');
    return end;
  }

  return {
    status,
    offersPasskey: () => passkeys.isOffered(),
    offersOfficePin: async () => (await ports.office.keepsShares().catch(() => null)) ?? true,
    suggestWords: () => makeWords(primitives.randomBytes),
    setUp,
    unlock,
    async check(secret) {
      const tried = await tries.open(await current(), secret);
      if (tried.kind !== 'opened') return tried;
      tried.vaultKey.fill(0);
      return { kind: 'open' };
    },
    change,
    addWords,
    idleMinutes: () => (isOfficer ? idleMinutes.officer : idleMinutes.citizen),
    remove,
    async askRecovery() {
      const row = await current();
      return row === null ? { kind: 'failed' } : recovery.ask(row);
    },
    async readRecovery() {
      const row = await current();
      const end = row === null ? ({ kind: 'failed' } as const) : await recovery.read(row);
      if (end.kind !== 'opened') return end;
      end.vaultKey.fill(0);
      return { kind: 'ready' };
    },
    recover,
    wasRefused: lock.wasRefused,
    rest: opened.rest,
    sealRest: opened.sealRest,
    lockNow() {
      if (!opened.isOpen() || lock.isShut.getSnapshot()) return;
      opened.shut();
      ports.tellTabs('locked');
    },
    lockHere() {
      if (opened.isOpen()) opened.shut();
    },
    async look() {
      const { accountId, row } = await read();
      // No draft of somebody else's is begun before there is a lock.
      if (row === null && isOfficer && (await ports.isRequired())) lock.isShut.set(true);
      else opened.look(accountId, row);
    },
  };
}

function sparesOf({ wraps }: LockRow, next: LockSecret): readonly Wrap[] {
  return wraps.filter(({ way }) => way === 'passphrase' && next.way !== 'passphrase');
}

function recoveryOf({ recovery, asked }: LockRow): RecoveryStatus {
  if (asked !== undefined) return { kind: 'asked', checkNumber: asked.checkNumber, askedAtMs: asked.askedAtMs };
  return { kind: recovery === undefined ? 'none' : 'possible' };
}
