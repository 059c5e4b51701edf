import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { applicantIndex } from '#server/applications/index-applicant.ts';
import { authKeysOf } from '#server/auth/auth-keys.ts';
import { startServer } from '#server/start.ts';
import { migrate } from '#server/stores/migrate.ts';
import { openSqliteDatabase } from '#server/stores/sqlite-database.ts';
import { openTestProvider } from '#tests/fakes/oidc/test-provider.ts';
import { getBinary } from '../../tests/e2e/harness/find-binary.ts';
import { root } from '../node24.mjs';
import { seedDesk } from './desk-seed.ts';
import { spreadOf } from './statistics.ts';

const secret = 'only-for-the-bench-0123456789abcdefgh';
const dayMs = 86_400_000;
const rounds = 5;
const row = '[data-testid="desk-row"]';
const searchBox = '[data-testid="desk-search"]';

type Row = Readonly<Record<string, unknown>>;

/**
 * The desk as an official has it: the built app in Chromium at 1280 x 800, over the real server with an embedded database
 * of so many applications, all in one list. Nothing is slowed down: it is an office's computer.
 * @param sizes how many applications the office has
 */
export async function* measureDeskInBrowser(sizes: readonly number[] = [10_000]): AsyncGenerator<Row> {
  for (const applications of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'ajukan-bench-desk-'));
    await fill(folder, applications);
    const provider = await openTestProvider();
    provider.people.set('a-1', {
      name: 'KANARI Petugas',
      roles: ['verifikator'],
      offices: ['dinas:36.03', 'desa:36.03'],
    });
    const server = await startServer({
      port: 0,
      dataDir: folder,
      authSecret: secret,
      demoAccounts: [],
      webDist: join(root, 'dist'),
      logLevel: 'silent',
      rateLimits: null,
      provider: provider.settings,
    });
    provider.serve(server.url);
    try {
      yield* work(server.url, applications);
    } finally {
      await server.close();
      await provider.close();
      rmSync(folder, { recursive: true });
    }
  }
}

async function fill(folder: string, applications: number): Promise<void> {
  const index = applicantIndex(authKeysOf(secret));
  const database = openSqliteDatabase(join(folder, 'app.db'));
  await migrate(database, Date.now());
  const sinceMs = Date.now() - applications * 60_000 - 7 * dayMs;
  await seedDesk(database, { applications, sinceMs, applicantKey: index.key, macOf: index.macOf });
  await database.close();
}

async function* work(url: string, applications: number): AsyncGenerator<Row> {
  const browser = await chromium.launch({
    executablePath: getBinary('CHROMIUM_PATH', ['chromium', 'chromium-browser', 'google-chrome']),
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'id-ID' });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.addInitScript(watch);
    const said = { metric: 'desk in a browser', applications };
    await page.goto(`${url}/meja`);
    await page.locator('[data-testid="official-sign-in"]').click();
    await page.locator(row).first().waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

    yield { ...said, what: 'opened anew to the first row', ...spreadOf(await times(() => openAnew(page, url))) };
    yield {
      ...said,
      what: 'a number searched to its row',
      ...spreadOf(await times((round) => search(page, numberOf(round)))),
    };
    await openAnew(page, url);
    yield { ...said, what: 'a row pressed to the application', ...spreadOf(await times(() => openOne(page))) };
    yield { ...said, ...(await scrollToEnd(page)) };
    yield {
      ...said,
      what: 'from the end of the list, a row pressed to the application',
      ...spreadOf([await openOne(page, false)]),
    };
    yield { ...said, ...(await goBack(page)) };
    yield { ...said, what: 'heap with the whole list, MB', value: await heapMb(page) };
  } finally {
    await browser.close();
  }
}

const numberOf = (round: number): string => String(43 + round * 7).padStart(6, '0');

async function times(once: (round: number) => Promise<number>): Promise<readonly number[]> {
  const all: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const tookMs = await once(round + 1);
    if (round >= 0) all.push(tookMs);
  }
  return all;
}

interface DeskBench {
  readonly longTasks: number[];
  /** Resolves two frames after something is in the page, with the time of it. */
  painted(selector: string): Promise<number>;
}
declare global {
  interface Window {
    readonly deskBench: DeskBench;
  }
}

/** Runs in the page. */
function watch(): void {
  const longTasks: number[] = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
    buffered: true,
  });
  const painted = (selector: string): Promise<number> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (document.querySelector(selector) === null) requestAnimationFrame(look);
        else requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
      };
      look();
    });
  Object.assign(window, { deskBench: { longTasks, painted } });
}

/** From the navigation on, with the app in the browser's caches as on every working day. */
async function openAnew(page: Page, url: string): Promise<number> {
  // Another step of the history: what was searched belongs to the one before.
  await page.goto('about:blank');
  await page.goto(`${url}/meja`);
  return await page.evaluate((selector) => window.deskBench.painted(selector), row);
}

/** From the last letter, the desk's own quarter of a second of patience included. */
async function search(page: Page, number: string): Promise<number> {
  const box = page.locator(searchBox);
  await box.fill('');
  await page.evaluate(() => window.deskBench.painted('table[aria-rowcount="-1"] [data-index="9"]'));
  const done = page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const measure = async (): Promise<void> => {
          const beganAt = performance.now();
          resolve((await window.deskBench.painted(wanted)) - beganAt);
        };
        document
          .querySelector('[data-testid="desk-search"]')
          ?.addEventListener('input', () => void measure(), { once: true });
      }),
    `table[aria-rowcount="2"] ${row}`,
  );
  await box.fill(number);
  return await done;
}

/** The row in the middle of the screen. */
async function openOne(page: Page, andBack = true): Promise<number> {
  const tookMs = await page.evaluate(async (selector) => {
    const rows = [...document.querySelectorAll(`${selector} a`)].filter((one) => one.getBoundingClientRect().top > 300);
    const beganAt = performance.now();
    if (rows[0] instanceof HTMLElement) rows[0].click();
    return (await window.deskBench.painted('[data-testid="desk-item"]')) - beganAt;
  }, row);
  if (!andBack) return tookMs;
  await page.goBack();
  await page.evaluate((selector) => window.deskBench.painted(selector), row);
  return tookMs;
}

/** As fast as pages come: the end of what is here is scrolled to until the office has no more. */
async function scrollToEnd(page: Page): Promise<Row> {
  return await page.evaluate(async (selector) => {
    const { longTasks } = window.deskBench;
    longTasks.splice(0);
    const beganAt = performance.now();
    let mostRows = 0;
    let mostElements = 0;
    let frames = 0;
    while (document.querySelector('table[aria-rowcount="-1"]') !== null) {
      scrollTo(0, document.documentElement.scrollHeight);
      await new Promise(requestAnimationFrame);
      frames += 1;
      mostRows = Math.max(mostRows, document.querySelectorAll(selector).length);
      mostElements = Math.max(mostElements, document.querySelectorAll('*').length);
    }
    const tookMs = performance.now() - beganAt;
    return {
      what: 'scrolled to the end, page after page',
      tookMs: Math.round(tookMs),
      framesPerSecond: Math.round(frames / (tookMs / 1000)),
      mostRows,
      mostElements,
      longTasks: longTasks.length,
      longestTaskMs: Math.round(Math.max(0, ...longTasks)),
    };
  }, row);
}

/** Until the row is there again, and until nothing more is asked of the office. */
async function goBack(page: Page): Promise<Row> {
  let asked = 0;
  const count = (): void => {
    asked += 1;
  };
  page.on('request', count);
  const beganAt = performance.now();
  await page.goBack();
  await page.evaluate((selector) => window.deskBench.painted(selector), row);
  const rowsMs = performance.now() - beganAt;
  await page.waitForLoadState('networkidle');
  page.off('request', count);
  return {
    what: 'back to the end of the list',
    rowsMs: Math.round(rowsMs),
    quietMs: Math.round(performance.now() - beganAt),
    requests: asked,
    longTasks: await page.evaluate(() => window.deskBench.longTasks.length),
  };
}

async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return Math.round(usedSize / 100_000) / 10;
}
