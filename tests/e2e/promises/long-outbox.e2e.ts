import assert from 'node:assert/strict';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import type { Stage } from '../harness/stage.ts';
import { until } from '../harness/until.ts';
import { at, isThere, sees } from '../pages/screen.ts';
import { seedOutbox } from '../pages/seeded-outbox.ts';

/** The quickest of several is what the app needs; the rest is what else the machine was doing. */
const fewestLaunches = 4;
const mostLaunches = 12;

promise(
  'F23: with 10,000 applications on the phone the list opens as with 10, counts them all, and shows more when asked',
  async (stage) => {
    const few = await phoneWith(stage, 10);
    const many = await phoneWith(stage, 10_000);
    await many.open('/permohonan');
    await sees(many, /9000 permohonan belum terkirim · sisa lebih dari 200 kB[^]*20 dari 10000 permohonan/);
    await sees(many, /Surat KANARI 10000[^]*Surat KANARI 9981/);
    assert.equal(await many.count(at('outbox-item')), 20);
    assert.equal(await many.page.locator(at('outbox-count')).innerText(), '99+');
    await many.press(at('show-more'));
    await until('a page more', async () => (await many.count(at('outbox-item'))) === 40);
    await sees(many, /40 dari 10000 permohonan/);
    await many.open('/');
    await sees(many, /1000 permohonan perlu perhatian[^]*9000/);

    const fewMs: number[] = [];
    const manyMs: number[] = [];
    let launch = Number.POSITIVE_INFINITY;
    for (let round = 1; round <= fewestLaunches || (launch > 1.5 && round <= mostLaunches); round += 1) {
      fewMs.push(await launchMs(few));
      manyMs.push(await launchMs(many));
      launch = Math.min(...manyMs) / Math.min(...fewMs);
    }
    // The outbox reads a page of what waits now and then: what it holds between is what stays.
    let [fewHeld, manyHeld] = [await heapBytes(few), await heapBytes(many)];
    await until('the page holds at most 1.3 times as much as with 10', async () => {
      [fewHeld, manyHeld] = [Math.min(fewHeld, await heapBytes(few)), Math.min(manyHeld, await heapBytes(many))];
      return manyHeld <= 1.3 * fewHeld;
    });
    const heap = manyHeld / fewHeld;
    stage.note(`launch and first 20: ${launch.toFixed(2)} of what it takes with 10; heap ${heap.toFixed(2)}`);
    assert.ok(launch <= 1.5, `the list takes ${launch.toFixed(2)} times as long as with 10`);
  },
  { limitMs: 150_000 },
);

async function phoneWith(stage: Stage, count: number): Promise<ChromiumPhone> {
  const phone = await stage.chromium();
  await phone.open('/');
  await sees(phone, /Pengaduan/);
  await phone.waitForWorker();
  await seedOutbox(phone, count);
  return phone;
}

/** From navigation to the list painted. */
async function launchMs(phone: ChromiumPhone): Promise<number> {
  await phone.open('/permohonan');
  await isThere(phone, at('outbox-item'));
  const mark = await phone.page.waitForFunction(
    () => performance.getEntriesByName('outbox:list:ready').at(0)?.startTime,
  );
  return Number(await mark.jsonValue());
}

async function heapBytes(phone: ChromiumPhone): Promise<number> {
  const session = await phone.session();
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
