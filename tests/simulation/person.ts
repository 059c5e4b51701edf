/** What the person does with the phone: whole sentences of a day, each a transaction as the app makes it. */
import { isForgotten } from '#domain/application/is-forgotten.ts';
import type { OutboxDocument, OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Submission } from './office-records.ts';
import { PhantomBytes } from './phantom-bytes.ts';
import type { Actor } from './actor.ts';
import { never } from './never.ts';
import type { World } from './world.ts';

export const deviceId = 'device-1';
/** How many papers an application has. */
const paperCounts = [0, 1, 1, 2] as const;

export interface Person {
  /** Kirim, in that tab. */
  submit(tab: Actor): void;
  /** "Kirim sekarang": everything is due at once. */
  sendNow(tab: Actor): void;
  /** "Coba lagi", for everything that waits for a person. */
  tryAgain(tab: Actor): void;
  /** "Tarik kembali", for one that the phone says was never sent. */
  withdraw(tab: Actor): void;
  /** "Perbaiki" and Kirim, for one that the office has given back. */
  repair(tab: Actor): void;
  /** "Jeda", for one that waits. */
  pause(tab: Actor): void;
  /** "Lanjutkan", for everything that was put aside. */
  resumeAll(tab: Actor): void;
  signIn(accountId: string, tab: Actor): void;
  signOut(tab: Actor): void;
}

/** Small papers, and some that need several pieces. */
function fileSize(world: World): number {
  const draw = world.dice.roll(20);
  return 1 + Math.floor(draw < 0.6 ? draw * 200_000 : draw * 900_000);
}

export function createPerson(world: World): Person {
  const { disk, dice } = world;

  function write(entries: ReadonlyMap<string, OutboxEntry>, lastSequence?: number): void {
    disk.write('strict', lastSequence === undefined ? { entries } : { entries, lastSequence });
  }

  function makeEntry(): OutboxEntry {
    const { lastSequence, accountId } = disk.read();
    const sequence = lastSequence + 1;
    const nowMs = world.deviceNowMs();
    const applicationId = `a${String(sequence)}`;
    const documents = Array.from(
      { length: paperCounts[dice.pick(21, paperCounts.length)] ?? 1 },
      (_, index): OutboxDocument => {
        const id = `${applicationId}-d${String(index)}`;
        const sizeBytes = fileSize(world);
        disk.putPayload(new PhantomBytes(id, 0, sizeBytes));
        return {
          id,
          slot: 'ktp',
          mediaType: 'image/jpeg',
          sizeBytes,
          sha256: id,
          progress: { state: 'pending' },
          restarts: 0,
        };
      },
    );
    const submission: Submission = {
      serviceId: 'sku',
      schemaVersion: 1,
      documents: documents.map(({ id, sizeBytes, sha256 }) => ({ id, size: sizeBytes, sha256 })),
      device: { id: deviceId, sequence },
    };
    disk.putPayload(new PhantomBytes(applicationId, 0, 900, submission));
    return {
      applicationId,
      ownerId: accountId,
      deviceId,
      sequence,
      serviceId: 'sku',
      serviceName: { id: 'SKU' },
      createdAtMs: nowMs,
      envelope: { mediaType: 'application/json', sizeBytes: 900, sha256: applicationId },
      documents,
      delivery: { state: 'waiting', attempts: 0, nextTryAtMs: nowMs, lastProblem: null, receipt: null },
      untried: true,
    };
  }

  function changeWaiting(change: (entry: OutboxEntry) => OutboxEntry): void {
    const { entries, accountId } = disk.read();
    write(new Map([...entries].map(([id, entry]) => [id, entry.ownerId === accountId ? change(entry) : entry])));
  }

  return {
    submit(tab) {
      if (tab.diesAt('submit.tx.before')) return;
      const entry = makeEntry();
      write(new Map(disk.read().entries).set(entry.applicationId, entry), entry.sequence);
      if (tab.diesAt('submit.tx.after')) return;
      world.invariants.saved(entry.applicationId);
      world.tell(`Kirim in ${tab.name}: ${entry.applicationId}, ${String(entry.documents.length)} papers`);
      if (!tab.diesAt('ack.ui')) tab.driver.poke();
    },
    sendNow(tab) {
      const nowMs = world.deviceNowMs();
      changeWaiting((entry) =>
        entry.delivery.state === 'waiting' && entry.delivery.nextTryAtMs > nowMs
          ? { ...entry, delivery: { ...entry.delivery, nextTryAtMs: nowMs } }
          : entry,
      );
      tab.driver.poke();
    },
    tryAgain(tab) {
      changeWaiting((entry) => {
        if (entry.delivery.state !== 'needs-person' || isDamaged(world, entry) || isConflict(entry)) return entry;
        // Who is told that nobody has it any more does not press, unless the office says such a thing of anything.
        if (isForgotten(entry) && !world.swarm.struckKinds.has('office-404')) return entry;
        world.tell(`tries ${entry.applicationId} again`);
        return requeued(entry, world.deviceNowMs());
      });
      tab.driver.poke();
    },
    withdraw(tab) {
      const { entries, fence, lease, accountId } = disk.read();
      const found = [...entries.values()].find(
        ({ untried, ownerId, about }) => untried === true && ownerId === accountId && about === undefined,
      );
      if (found === undefined) return;
      const { applicationId } = found;
      const left = new Map(entries);
      left.delete(applicationId);
      disk.write('strict', { entries: left, fence: fence + 1, lease: { ...lease, holder: null } });
      world.invariants.released(applicationId);
      world.tell(`withdraws ${applicationId} in ${tab.name}`);
      tab.driver.poke();
    },
    repair(tab) {
      const { entries, tracked, accountId, lastSequence } = disk.read();
      const found = [...entries.values()].find(
        ({ applicationId, about, ownerId, delivery }) =>
          about === undefined &&
          ownerId === accountId &&
          delivery.state === 'delivered' &&
          tracked.get(applicationId)?.status === 'returned',
      );
      const seen = found === undefined ? undefined : tracked.get(found.applicationId);
      if (found === undefined || seen === undefined || tab.diesAt('submit.tx.before')) return;
      const changes = [...entries.values()].filter(({ about }) => about?.applicationId === found.applicationId);
      if (changes.some(({ delivery, about }) => delivery.state === 'waiting' || about?.seenVersion === seen.version))
        return;
      const id = `${found.applicationId}-r${String(changes.length + 1)}`;
      // What the phone can't read of it any more, the office shows.
      const read = disk.readPayload(found.applicationId)?.content;
      const content = read ?? world.office.disk.applications.get(found.applicationId)?.submission;
      disk.putPayload(new PhantomBytes(id, 0, 900, content));
      const nowMs = world.deviceNowMs();
      const entry: OutboxEntry = {
        ...found,
        applicationId: id,
        sequence: lastSequence,
        createdAtMs: nowMs,
        envelope: { mediaType: 'application/json', sizeBytes: 900, sha256: id },
        documents: [],
        delivery: { state: 'waiting', attempts: 0, nextTryAtMs: nowMs, lastProblem: null, receipt: null },
        untried: true,
        about: { kind: 'revision', applicationId: found.applicationId, seenVersion: seen.version },
      };
      write(new Map(entries).set(id, entry));
      if (tab.diesAt('submit.tx.after')) return;
      world.invariants.saved(id);
      world.tell(`repairs ${found.applicationId} in ${tab.name}: ${id}, of version ${String(seen.version)}`);
      if (!tab.diesAt('ack.ui')) tab.driver.poke();
    },
    pause(tab) {
      const { entries } = disk.read();
      const found = [...entries.values()].find(({ delivery }) => delivery.state === 'waiting');
      if (found === undefined) return;
      write(new Map(entries).set(found.applicationId, { ...found, pausedAtMs: world.deviceNowMs() }));
      world.tell(`puts ${found.applicationId} aside in ${tab.name}`);
      tab.driver.poke();
    },
    resumeAll(tab) {
      const { entries } = disk.read();
      write(new Map([...entries].map(([id, { pausedAtMs: _paused, ...entry }]) => [id, entry])));
      // Not as a person who asks: at the end of the bad day that would heal what has to heal by itself.
      tab.wake();
    },
    signIn(accountId, tab) {
      void tab
        .exclusively(async () => {
          world.door.signIn(accountId);
          // The cookie is there before the phone has written down whose it is.
          if (tab.diesAt('sign-in.tx.before')) return never();
          await tab.pass(undefined);
          const { entries } = disk.read();
          // What was made before anybody signed in belongs to the one who does.
          const claimed = new Map(
            [...entries].map(([id, entry]) => [id, entry.ownerId === null ? { ...entry, ownerId: accountId } : entry]),
          );
          const others = disk.read().tickets.filter((owner) => owner !== accountId);
          const tickets = world.swarm.strikes('ticket-given') ? [...others, accountId] : others;
          disk.write('strict', { accountId, entries: claimed, tickets });
          world.tell(`${accountId} signs in, in ${tab.name}`);
          return tab.pass('signed-in' as const);
        })
        .then((result) => {
          if (result !== 'signed-in') return;
          world.tellOthers(tab);
          tab.driver.poke();
        });
    },
    signOut(tab) {
      void tab.exclusively(() => {
        disk.write('strict', { accountId: null });
        world.door.signIn(null);
        world.tell(`signs out, in ${tab.name}`);
        return tab.pass(undefined);
      });
    },
  };
}

/** The same once more would be answered the same: it lies in plain sight, with what its person wrote. */
export function isConflict({ about, delivery }: OutboxEntry): boolean {
  return about !== undefined && delivery.state === 'needs-person' && conflicts.has(delivery.problem.kind);
}
const conflicts: ReadonlySet<string> = new Set(['changed-since', 'not-possible-now']);

/** A repair whose application nobody has any more, which its person is told: nothing is left that could be sent. */
export function isBeyondHelp(world: World, entry: OutboxEntry): boolean {
  const { about } = entry;
  if (about === undefined || !isForgotten(entry) || world.office.disk.applications.has(about.applicationId))
    return false;
  const application = world.disk.read().entries.get(about.applicationId);
  return application === undefined || isDamaged(world, application);
}

export function isDamaged(world: World, entry: OutboxEntry): boolean {
  return world.damaged.has(entry.applicationId) || entry.documents.some(({ id }) => world.damaged.has(id));
}

function requeued(entry: OutboxEntry, nowMs: number): OutboxEntry {
  const receipt = entry.delivery.receipt;
  return {
    ...entry,
    documents: entry.documents.map((document) => ({ ...document, restarts: 0 })),
    delivery: { state: 'waiting', attempts: 0, nextTryAtMs: nowMs, lastProblem: null, receipt },
  };
}
