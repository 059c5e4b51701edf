/**
 * `npm run screenshots`: the pictures of README.md and of the manifest, taken from the built app over the real server in a phone-
 * sized Chromium. They land in public/screenshots/, so that the install prompt of a phone shows them too.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { startServer } from '../server/start.ts';
import { root } from './node24.mjs';
import { fillStep } from './screenshots/fill-step.ts';

const folder = join(root, 'public', 'screenshots');
const mostSteps = 30;

const built = spawnSync(process.execPath, ['tools/build.ts', '--if-changed'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

const scratch = mkdtempSync(join(tmpdir(), 'ajukan-screenshots-'));
mkdirSync(join(scratch, 'data'));
mkdirSync(folder, { recursive: true });
const server = await startServer({
  port: 0,
  dataDir: join(scratch, 'data'),
  webDist: join(root, 'dist'),
  logLevel: 'error',
});
try {
  await takeAll('light');
  await takeAll('dark');
} finally {
  await server.close();
  rmSync(scratch, { recursive: true, force: true });
}

async function takeAll(colorScheme: 'light' | 'dark'): Promise<void> {
  const context = await chromium.launchPersistentContext(join(scratch, colorScheme), {
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    headless: true,
    chromiumSandbox: false,
    args: ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
    colorScheme,
  });
  context.setDefaultTimeout(20_000);
  try {
    await walk(context, colorScheme);
  } finally {
    await context.close();
  }
}

/** One person's way: home, a service, a question, sent off without signal, at the office. */
async function walk(context: BrowserContext, scheme: string): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.url);
  await page.getByText('Pengaduan').first().waitFor();
  await take(page, 'beranda', scheme);
  await page.goto(`${server.url}/layanan/akta-kelahiran`);
  await page.getByRole('button', { name: 'Mulai mengisi' }).waitFor();
  await take(page, 'layanan', scheme);
  await page.getByRole('button', { name: 'Mulai mengisi' }).click();
  await page.locator('form').waitFor();
  await fillStep(page);
  await take(page, 'isian', scheme);
  await page.goto(`${server.url}/layanan/pengaduan`);
  await page.getByRole('button', { name: 'Mulai mengisi' }).click();
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  await context.setOffline(true);
  await sendOff(page);
  await page.getByText('Tersimpan di HP ini').first().waitFor();
  await take(page, 'tersimpan', scheme);
  await page.goto(`${server.url}/permohonan`);
  await page.getByText('Pengaduan').first().waitFor();
  await take(page, 'permohonan', scheme);
}

/** Answers step after step until there is something to send, and sends it. */
async function sendOff(page: Page): Promise<void> {
  for (let step = 0; step < mostSteps; step += 1) {
    const kirim = page.getByRole('button', { name: 'Kirim', exact: true });
    if (await kirim.isVisible()) {
      await kirim.click();
      return;
    }
    await fillStep(page);
    const before = page.url();
    await page.locator('form button[type=submit], main button[type=submit]').first().click();
    await page.waitForURL((url) => url.href !== before);
  }
  throw new Error('the form has no end');
}

async function take(page: Page, name: string, scheme: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => scrollTo(0, 0)));
  const path = join(folder, scheme === 'light' ? `${name}.png` : `${name}-${scheme}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  console.log(path.slice(root.length));
}
