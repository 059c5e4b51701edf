/**
 * `npm run screenshots`: the pictures of README.md and of the manifest, taken from the built app over the real server in a
 * phone-sized Chromium, on the way that one person goes. Those that
 * the manifest names land in public/screenshots/, the others in docs/screenshots/.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../server/start.ts';
import { ChromiumPhone } from '../tests/e2e/harness/chromium.ts';
import { deliver } from '../tests/e2e/harness/messages.ts';
import { signIn } from '../tests/e2e/pages/account.ts';
import { begin, complain } from '../tests/e2e/pages/complaint.ts';
import { at, isThere, sees } from '../tests/e2e/pages/screen.ts';
import { root } from './node24.mjs';
import { launchDesktop, openDemoDesk } from './screenshots-desk.ts';

const published = ['beranda', 'permohonan'];
const folders = { public: join(root, 'public/screenshots'), docs: join(root, 'docs/screenshots') };
const resident = { accountId: 'warga', login: '0812-0000-0001', code: '999999', name: 'KANARI Siti', roles: [] };

const built = spawnSync(process.execPath, ['tools/build.ts', '--if-changed'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

const scratch = mkdtempSync(join(tmpdir(), 'ajukan-screenshots-'));
mkdirSync(join(scratch, 'data'));
for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
const server = await startServer({
  port: 0,
  dataDir: join(scratch, 'data'),
  webDist: join(root, 'dist'),
  demoAccounts: [resident],
  logLevel: 'error',
  codeGateway: {
    send: async (message) => {
      deliver(message);
      return 'sent';
    },
  },
  codeCaps: { number: [], address: [], device: [] },
});
try {
  for (const scheme of ['light', 'dark'] as const) await walk(scheme);
  await takeDesk();
} finally {
  await server.close();
  rmSync(scratch, { recursive: true, force: true });
}

/** Home, a service, a question, sent off without signal, and waiting in the list; and the page for visitors. */
async function walk(scheme: 'light' | 'dark'): Promise<void> {
  const phone = await ChromiumPhone.launch({
    origin: server.url,
    profile: join(scratch, scheme),
    context: { colorScheme: scheme, reducedMotion: 'reduce' },
  });
  const take = async (name: string): Promise<void> => {
    await phone.page.evaluate(() => document.fonts.ready.then(() => scrollTo(0, 0)));
    const folder = scheme === 'light' && published.includes(name) ? folders.public : folders.docs;
    const path = join(folder, scheme === 'light' ? `${name}.png` : `${name}-gelap.png`);
    writeFileSync(path, await phone.page.screenshot({ animations: 'disabled', caret: 'hide' }));
    console.log(path.slice(root.length));
  };
  try {
    await phone.open('/');
    await phone.waitForWorker();
    await phone.page.getByText('Pengaduan').first().waitFor();
    await take('beranda');
    await signIn(phone, resident);
    await phone.open('/layanan/akta-kelahiran');
    await isThere(phone, at('start'));
    await take('layanan');
    await begin(phone, 'akta-kelahiran');
    await take('isian');
    await phone.context.setOffline(true);
    await complain(phone, 'Siti: lampu jalan padam');
    await take('tersimpan');
    await phone.open('/permohonan');
    await isThere(phone, at('outbox-item'));
    await take('permohonan');
    await phone.context.setOffline(false);
    await phone.open('/simulator.html');
    await phone.page.getByRole('button', { name: 'Mulai' }).click();
    await sees(phone, /100 hari buruk[^]*Mulai|Mulai[^]*100 hari buruk/);
    await phone.page.locator('#run').scrollIntoViewIfNeeded();
    await take('simulator');
  } finally {
    await phone.close();
  }
}

/** The list of an office and one application, as an official sees them on a computer. */
async function takeDesk(): Promise<void> {
  const browser = await launchDesktop();
  const desk = await openDemoDesk(join(scratch, 'desk'), browser);
  try {
    const page = await desk.sit({ viewport: { width: 1280, height: 800 } });
    // What greets who comes in lies over the page.
    await page.locator('button:has(svg.lucide-x)').click();
    const take = async (name: string): Promise<void> => {
      await page.evaluate(() => document.fonts.ready.then(() => scrollTo(0, 0)));
      const path = join(folders.docs, `${name}.png`);
      writeFileSync(path, await page.screenshot({ animations: 'disabled', caret: 'hide' }));
      console.log(path.slice(root.length));
    };
    await take('meja');
    await page.locator('[data-testid="desk-row"]').first().click();
    await page.locator('.desk-columns img').first().waitFor();
    await take('meja-permohonan');
  } finally {
    await browser.close();
    await desk.close();
  }
}
