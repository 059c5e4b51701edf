import { afterEach, describe, expect, it } from 'vitest';
import { draftRow, outboxRow } from '#storage/rows.ts';
import type { Mark, MarkKeeper } from '#storage/marks.ts';
import { aDraft } from '#tests/fixtures/draft.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { anEntry } from '#tests/fixtures/outbox-entry.ts';
import { bytesOf, fingerprint } from '#tests/fixtures/payload.ts';

const oldMark: Mark = { deviceId: 'device-old', lastSequence: 7, waitingCount: 3, epoch: 20 };
const loss = { kind: 'lost', lastSequence: 7, waitingCount: 3 } as const;

/** A place that outlives the store. */
function keeper(text: string | null = null): MarkKeeper & { mark(): unknown } {
  let kept = text;
  return {
    name: 'test',
    read: () => Promise.resolve(kept),
    write(next) {
      kept = next;
      return Promise.resolve();
    },
    mark: () => JSON.parse(kept ?? 'null') as unknown,
  };
}
const markedBefore = () => keeper(JSON.stringify(oldMark));

let phone: TestVault;
afterEach(() => {
  phone.end();
});

async function sendOff(applicationId: string): Promise<string> {
  await phone.rows.drafts.put(draftRow(aDraft({ id: applicationId })));
  const envelope = bytesOf('{}');
  const { deviceId, nextSequence } = await phone.vault.shelf.readDevice();
  const entry = anEntry({
    applicationId,
    deviceId,
    sequence: nextSequence,
    envelope: { mediaType: 'application/json', ...(await fingerprint(envelope)) },
  });
  const seen = { ...aDraft(), documentIds: [] };
  const { kind } = await phone.vault.shelf.submit(entry, envelope, seen);
  await phone.vault.settled();
  return kind;
}

describe('a store that is lost is never a clean empty start (F8, I9)', () => {
  it('a first start is healthy, and so is the next', async () => {
    const place = keeper();
    phone = await openTestVault({ marks: [place] });
    expect(phone.vault.state.getSnapshot()).toEqual({ kind: 'healthy' });
    expect(await sendOff('first')).toBe('stored');
    expect(place.mark()).toMatchObject({ lastSequence: 1, waitingCount: 1 });
    expect(await phone.again().inspect()).toEqual({ kind: 'healthy' });
  });

  it('an empty store beside a mark is a loss, and counting goes on where the lost store stopped', async () => {
    phone = await openTestVault({ marks: [markedBefore()] });
    expect(phone.vault.state.getSnapshot()).toEqual(loss);
    expect(await phone.vault.shelf.readDevice()).toEqual({ deviceId: 'device-old', nextSequence: 8 });
  });

  it('a store that came back from an older moment is a loss of what is newer', async () => {
    phone = await openTestVault({ marks: [markedBefore()] });
    await phone.vault.acknowledgeLoss();
    await phone.rows.meta.put({ key: 'device', value: { deviceId: 'device-old', lastSequence: 5, epoch: 9 } });
    await phone.rows.outbox.put(outboxRow(anEntry()));
    expect(await phone.again({ marks: [markedBefore()] }).inspect()).toEqual({ ...loss, waitingCount: 2 });
    expect(await phone.vault.shelf.readDevice()).toEqual({ deviceId: 'device-old', nextSequence: 8 });
  });

  it('a store that the worker made before the page could look is found out', async () => {
    phone = await openTestVault({ marks: [] });
    await phone.rows.meta.put({ key: 'device', value: { deviceId: 'device-worker', lastSequence: 0, epoch: 0 } });
    expect(await phone.again({ marks: [markedBefore()] }).inspect()).toEqual(loss);
  });

  it('a loss is told until the person has read it, and not again', async () => {
    const place = markedBefore();
    phone = await openTestVault({ marks: [place] });
    expect(await phone.again().inspect()).toEqual(loss);
    await phone.vault.acknowledgeLoss();
    await phone.vault.settled();
    expect(phone.vault.state.getSnapshot()).toEqual({ kind: 'healthy' });
    expect(await phone.again().inspect()).toEqual({ kind: 'healthy' });
    expect(place.mark()).toMatchObject({ deviceId: 'device-old', lastSequence: 7, waitingCount: 0 });
  });

  it('a disk that is too full to remember the loss does not keep it from being told', async () => {
    const place = markedBefore();
    phone = await openTestVault();
    await phone.rows.meta.delete('device');
    phone.faults.fillDisk('meta', 1);
    expect(await phone.again({ marks: [place] }).inspect()).toEqual(loss);
    expect(place.mark()).toEqual(oldMark);
  });

  it('a store that was made anew while the app ran is told, and the mark is not overwritten by a new phone', async () => {
    const place = markedBefore();
    phone = await openTestVault({ marks: [place] });
    await phone.vault.acknowledgeLoss();
    await phone.vault.settled();
    await phone.rows.meta.delete('device');
    expect(await phone.vault.shelf.readDevice()).toEqual({ deviceId: 'device-old', nextSequence: 8 });
    expect(phone.vault.state.getSnapshot()).toMatchObject({ kind: 'lost', lastSequence: 7 });
    expect(await sendOff('later')).toBe('stored');
    expect(place.mark()).toMatchObject({ deviceId: 'device-old', lastSequence: 8 });
    expect(await phone.again().inspect()).toMatchObject({ kind: 'lost' });
  });

  it('a store that gives no answer at the start is not called healthy', async () => {
    phone = await openTestVault({ marks: [markedBefore()] });
    phone.faults.failRequests('outbox', 'UnknownError', Number.POSITIVE_INFINITY);
    expect(await phone.again().inspect()).toEqual({ kind: 'unavailable' });
  });

  it('a browser that can’t open the store is asked again, then said so, and nothing is deleted meanwhile (F13)', async () => {
    phone = await openTestVault();
    expect(await sendOff('application-1')).toBe('stored');
    phone.faults.failOpen(2, 'UnknownError');
    expect(await phone.again().inspect()).toEqual({ kind: 'healthy' });
    const next = phone.again();
    phone.faults.failOpen(Number.POSITIVE_INFINITY, 'UnknownError');
    expect(await next.inspect()).toEqual({ kind: 'unavailable' });
    phone.faults.failOpen(0, '');
    expect(await next.inspect()).toEqual({ kind: 'healthy' });
    expect(await phone.rows.outbox.count()).toBe(1);
  });
});
