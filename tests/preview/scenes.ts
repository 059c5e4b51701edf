import { fakeDesk } from '#tests/fakes/fake-desk.ts';
import { newDraft } from '#tests/fakes/fake-draft.ts';
import type { FakeWorld } from '#tests/fakes/fake-menu.ts';
import { sampleItem, sampleOutbox, sampleReceipt } from '#tests/fakes/sample-outbox.ts';

/** Situations to look at: each changes the world before the first paint. */
export const scenes: Readonly<Record<string, (world: FakeWorld, nowMs: number) => void>> = {
  /** The first visit, with signal. */
  fresh() {},
  /** The first visit, without. */
  nothing(world) {
    world.definitions.set([]);
    world.confirmedAtMs.set(null);
    world.online.set(false);
    world.refreshResult = 'no-connection';
  },
  /** A full life: forms begun, one application in each state. */
  full(world, nowMs) {
    const [first, second] = world.definitions.getSnapshot();
    if (first !== undefined && second !== undefined) {
      world.drafts.set([
        { ...newDraft(first), updatedAtMs: nowMs - 6 * 60_000 },
        { ...newDraft(second), updatedAtMs: nowMs - 26 * 3_600_000 },
      ]);
    }
    world.outbox.set(sampleOutbox(nowMs));
    world.account.set({ accountId: 'warga-1', name: 'KANARI SATU' });
    world.installable.set(true);
  },
  /** An official's working day. */
  desk(world, nowMs) {
    world.account.set({ accountId: 'petugas-1', name: 'KANARI Petugas', roles: ['verifikator'] });
    world.desk = fakeDesk(10_000, world.definitions.getSnapshot(), nowMs, drawnPaper).menu;
  },
  offline(world, nowMs) {
    scenes['full']?.(world, nowMs);
    world.online.set(false);
    world.refreshResult = 'no-connection';
    world.sendsInBackground = false;
  },
  sending(world, nowMs) {
    scenes['full']?.(world, nowMs);
    world.outbox.set(world.outbox.getSnapshot().map((item, at) => (at === 0 ? { ...item, sentBytes: 232_560 } : item)));
    const [first] = world.outbox.getSnapshot();
    if (first !== undefined) world.engine.set({ kind: 'sending', applicationIds: [first.entry.applicationId] });
  },
  signedOut(world, nowMs) {
    scenes['full']?.(world, nowMs);
    world.account.set(null);
    world.engine.set({ kind: 'sign-in-needed' });
    world.othersWaiting.set(2);
  },
  wrongCode(world) {
    world.signInResult = { kind: 'wrong' };
    if (world.codeAsked.kind === 'sent') world.waitingFor = world.codeAsked.asked;
  },
  busyOffice(world) {
    world.codeAsked = { kind: 'too-often', retryAfterMs: 90_000 };
  },
  update(world, nowMs) {
    scenes['full']?.(world, nowMs);
    world.update.set('waiting');
  },
  lost(world) {
    world.vault.set({ kind: 'lost', lastSequence: 4, waitingCount: 1 });
  },
  newer(world) {
    world.vault.set({ kind: 'newer-data' });
  },
  blocked(world) {
    world.vault.set({ kind: 'blocked' });
  },
  privateWindow(world, nowMs) {
    scenes['full']?.(world, nowMs);
    world.keeping.set('until-closed');
  },
  unavailable(world) {
    world.vault.set({ kind: 'unavailable' });
  },
  /** More than one page, and names that wrap. */
  many(world, nowMs) {
    world.outbox.set(
      Array.from({ length: 45 }, (_, at) =>
        sampleItem({
          number: 100 - at,
          serviceId: at % 2 === 0 ? 'sku' : 'akta-kelahiran',
          createdAtMs: nowMs - at * 3_600_000,
          status: 'under_review',
          delivery: {
            state: 'delivered',
            receipt: sampleReceipt(100 - at, nowMs - at * 3_600_000),
            deliveredAtMs: nowMs - at * 3_600_000,
          },
        }),
      ),
    );
  },
};

async function drawnPaper(): Promise<ArrayBuffer> {
  const canvas = new OffscreenCanvas(900, 560);
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.fillStyle = '#bcd7ee';
    context.fillRect(0, 0, 900, 560);
    context.fillStyle = '#123';
    context.font = '40px sans-serif';
    for (let line = 0; line < 8; line += 1) context.fillText(`KANARI SATU ${line}`, 60, 90 + line * 55);
  }
  return (await canvas.convertToBlob()).arrayBuffer();
}
