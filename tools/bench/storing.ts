import { z } from 'zod';
import { Definition } from '#tests/contract/sample/definition.ts';
import { sampleAnswers } from '#tests/contract/sample/sample-answers.ts';
import { prepareForm, type Row } from './forms.ts';
import { openBenchPhone } from './phone.ts';
import { ratio, spreadOf } from './statistics.ts';

const SubmitTimes = z.object({ attachMs: z.number(), kirimMs: z.number() });
const rounds = 5;
const files = 5;
const sizeBytes = 4_000_000;

/** From Kirim to "Tersimpan di HP ini", with five papers of 4 MB, beside a bare IndexedDB in the same page. */
export async function measureStoring(origin: string): Promise<readonly Row[]> {
  const service = Definition.parse(await (await fetch(`${origin}/v1/services/pengaduan`)).json());
  const slot = service.requirements.find((requirement) => requirement.accept.includes('application/pdf'))?.id;
  if (slot === undefined) throw new Error('no requirement takes a PDF');
  const order = { serviceId: service.id, answers: sampleAnswers(service), slot, files, sizeBytes };
  const phone = await openBenchPhone();
  try {
    const page = await phone.page('slow processor');
    await prepareForm(page, origin, service.id);
    const attach: number[] = [];
    const kirim: number[] = [];
    const raw: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // As text: Playwright's type of a serialised argument never ends on nested answers.
      const times = SubmitTimes.parse(await page.evaluate(`window.bench.submit(${JSON.stringify(order)})`));
      attach.push(times.attachMs);
      kirim.push(times.kirimMs);
      raw.push(await page.evaluate(([count, size]) => window.bench.raw(count, size), [files, sizeBytes] as const));
    }
    const all = spreadOf(attach.map((ms, index) => ms + (kirim[index] ?? 0)));
    const least = spreadOf(raw);
    return [
      {
        metric: 'Kirim to stored',
        files,
        sizeBytes,
        ours: spreadOf(kirim),
        rawStrict: least,
        ratio: ratio(spreadOf(kirim), least),
      },
      {
        metric: 'papers attached and Kirim, to stored',
        files,
        sizeBytes,
        ours: all,
        rawStrict: least,
        ratio: ratio(all, least),
      },
    ];
  } finally {
    await phone.close();
  }
}

/**
 * The list of sent applications with ten, a thousand and ten thousand in it: launch until the first page is painted,
 * and the heap, each beside those of ten.
 */
export async function measureGrowth(origin: string): Promise<readonly Row[]> {
  const few = await launchWith(origin, 10);
  const rows: Row[] = [{ metric: 'outbox list, launch and first page', items: 10, ...few }];
  for (const items of [1_000, 10_000]) {
    const many = await launchWith(origin, items);
    rows.push({
      metric: 'outbox list, launch and first page',
      items,
      ...many,
      ratio: ratio(many.launch, few.launch),
      heapRatio: Math.round((many.heapBytes / few.heapBytes) * 100) / 100,
    });
  }
  return rows;
}

async function launchWith(origin: string, items: number) {
  const phone = await openBenchPhone();
  try {
    const first = await phone.page('free');
    await first.goto(origin);
    await first.waitForFunction(() => 'bench' in window);
    await first.evaluate((count) => window.bench.seed(count), items);
    await first.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await first.close();
    const launches: number[] = [];
    let heapBytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      const page = await phone.page('slow processor');
      await page.goto(`${origin}/permohonan`);
      const shown = await page.waitForFunction(
        () => performance.getEntriesByName('outbox:list:ready').at(0)?.startTime,
      );
      launches.push(Number(await shown.jsonValue()));
      const session = await phone.context().newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      heapBytes = (await session.send('Runtime.getHeapUsage')).usedSize;
      await page.close();
    }
    return { launch: spreadOf(launches), heapBytes };
  } finally {
    await phone.close();
  }
}
