import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { prepareForm, type Row } from './forms.ts';
import { openBenchPhone } from './phone.ts';
import { spreadOf } from './statistics.ts';

const photos = 5;
const rounds = 3;

/**
 * Five photos of 12 megapixels, picked together: from the picker until all are judged, shrunk, durable and shown, and the
 * longest task on the page meanwhile. Memory is weighed in decision 0031.
 */
export async function measurePhotos(origin: string): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ajukan-photos-'));
  try {
    // From the disk, as a picker gives them: bytes handed to the page by the driver would be a long task of their own.
    const files = await Promise.all(Array.from({ length: photos }, (_, index) => takePhoto(folder, index)));
    return await measureBoth(origin, files);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureBoth(origin: string, files: readonly string[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const network of ['free', 'slow processor'] as const) {
    const allMs: number[] = [];
    const longest: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const phone = await openBenchPhone();
      try {
        const page = await phone.page('free');
        const path = await prepareForm(page, origin, 'pengaduan');
        await page.goto(`${origin}${path}/berkas`);
        const input = page.locator('[data-testid="slot-bukti"] [data-testid="photo-input"]');
        await input.waitFor({ state: 'attached' });
        // What photos need is fetched by now, as it is on a phone that has had the app for a minute.
        await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
        await page.close();
        const slow = await phone.page(network);
        await slow.goto(`${origin}${path}/berkas`);
        const times = await pick(slow, files);
        allMs.push(times.allMs);
        longest.push(times.longestMs);
      } finally {
        await phone.close();
      }
    }
    rows.push({
      metric: 'five photos picked, to judged, shrunk and stored',
      processor: network === 'free' ? 'as it is' : 'four times slower',
      sizeBytes: files.map((path) => statSync(path).size),
      all: spreadOf(allMs),
      longestTask: spreadOf(longest),
    });
  }
  return rows;
}

async function pick(page: Page, files: readonly string[]): Promise<{ allMs: number; longestMs: number }> {
  const input = page.locator('[data-testid="slot-bukti"] [data-testid="photo-input"]');
  await input.waitFor({ state: 'attached' });
  await page.evaluate(() => {
    const tasks: number[] = [];
    const seen = { tasks, fromMs: performance.now(), toMs: 0 };
    Reflect.set(window, 'seen', seen);
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) if (startTime >= seen.fromMs) tasks.push(duration);
    }).observe({ type: 'longtask' });
    document.addEventListener('change', () => (seen.fromMs = performance.now()), { capture: true });
  });
  await input.setInputFiles([...files]);
  // Looked at now and then: at every frame it would make the frames that it looks at.
  const done = await page.waitForFunction(
    (count) => {
      if (document.querySelectorAll('[data-testid="paper"]').length < count) return false;
      const seen: unknown = Reflect.get(window, 'seen');
      if (typeof seen !== 'object' || seen === null) return false;
      const fromMs: unknown = Reflect.get(seen, 'fromMs');
      const tasks: unknown = Reflect.get(seen, 'tasks');
      return {
        allMs: performance.now() - Number(fromMs),
        longestMs: Math.max(0, ...(Array.isArray(tasks) ? tasks.map(Number) : [])),
      };
    },
    files.length,
    { polling: 100 },
  );
  const times = await done.jsonValue();
  if (times === false) throw new Error('the page told no time');
  return times;
}

/** Nobody's: noise over a plain sheet, as large as a camera's file. */
async function takePhoto(folder: string, index: number): Promise<string> {
  const noise = { type: 'gaussian', mean: 150, sigma: 18 + index / 2 } as const;
  const path = join(folder, `IMG_${index}.jpg`);
  await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#b9b4a6', noise } })
    .blur(0.7)
    .jpeg({ quality: 94 })
    .toFile(path);
  return path;
}
