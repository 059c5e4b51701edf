/** The desk for `npm run screenshots`: an office with invented people, as one of its officials has it on a computer. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { DemoAccount } from '../server/auth/demo-issuer.ts';
import { startServer } from '../server/start.ts';
import { openSqliteDatabase } from '../server/stores/sqlite-database.ts';
import { keep } from '../server/stores/sql-database.ts';
import { openTestProvider } from '../tests/fakes/oidc/test-provider.ts';
import { getBinary } from '../tests/e2e/harness/find-binary.ts';
import { OfficeClient } from '../tests/e2e/harness/office-client.ts';
import { nobodysFamilyCard, nobodysNik } from '../tests/e2e/pages/business-letter.ts';
import { drawPaper } from '../tests/e2e/samples/drawn-paper.ts';
import { root } from './node24.mjs';

const dayMs = 86_400_000;
const resident: DemoAccount = {
  accountId: 'warga',
  login: '0812-0000-0001',
  code: '999999',
  name: 'Warga',
  roles: ['pemohon'],
};
const posts = (['dinas', 'kecamatan', 'desa'] as const).map((level) => ({ level, area: '36.03' }));
const login = { login: '0812-0000-0002', code: '888888', name: 'Rina Umpama', posts };
const colleague: DemoAccount = { ...login, accountId: 'rina', roles: ['verifikator'] };
const signer: DemoAccount = { ...login, accountId: 'rina-2', login: '0812-0000-0003', roles: ['penandatangan'] };

/** Who applies for a business letter, where, how many days ago, and how far it is. */
const people = [
  ['Siti Contoh', 'Warung Makan Contoh', '36.03.01.2003', 4, []],
  ['Agus Misal', 'Bengkel Misal Jaya', '36.03.01.2005', 3, []],
  ['Dewi Umpama', 'Kue Basah Umpama', '36.03.01.2009', 3, []],
  ['Joko Andai', 'Toko Andai', '36.03.01.2003', 2, ['review']],
  ['Wati Contoh', 'Laundry Contoh', '36.03.01.2005', 9, ['review', 'process']],
  ['Asep Misal', 'Pangkas Rambut Misal', '36.03.01.2009', 2, ['review', 'process', 'sign']],
  ['Lina Umpama', 'Sayur Umpama', '36.03.01.2003', 1, ['review', 'return']],
  ['Eko Andai', 'Kopi Andai', '36.03.01.2005', 6, ['review', 'process', 'sign', 'ready']],
  ['Nur Contoh', 'Jahit Contoh', '36.03.01.2009', 7, ['review', 'process', 'ready', 'complete']],
  ['Yanto Misal', 'Pulsa Misal', '36.03.01.2003', 12, ['review', 'process', 'ready', 'complete']],
  ['Rudi Umpama', 'Ternak Umpama', '36.03.01.2005', 5, ['review', 'reject']],
] as const;

/** An office that is open, with what has come in over two weeks; `sit` gives a page that is signed in at the list. */
export async function openDemoDesk(dataDir: string, browser: Browser) {
  mkdirSync(dataDir, { recursive: true });
  const provider = await openTestProvider();
  provider.people.set('rina', { name: 'Rina Umpama', roles: ['verifikator', 'penandatangan'], offices: officesOf() });
  const open = () =>
    startServer({
      port: 0,
      dataDir,
      webDist: join(root, 'dist'),
      demoAccounts: [resident, colleague, signer],
      logLevel: 'error',
      rateLimits: null,
      provider: provider.settings,
    });
  const first = await open();
  const ids = await fill(first.url, browser);
  await first.close();
  await backdate(join(dataDir, 'app.db'), ids);
  const server = await open();
  provider.serve(server.url);
  return {
    ids,
    async sit(context: Parameters<Browser['newContext']>[0]): Promise<Page> {
      const page = await (await browser.newContext({ locale: 'id-ID', reducedMotion: 'reduce', ...context })).newPage();
      await page.goto(`${server.url}/meja`);
      await page.locator('[data-testid="official-sign-in"]').click();
      await page.locator('[data-testid="desk-row"]').first().waitFor();
      return page;
    },
    close: async () => {
      await server.close();
      await provider.close();
    },
  };
}

const officesOf = (): readonly string[] => posts.map(({ level, area }) => `${level}:${area}`);

async function fill(url: string, browser: Browser): Promise<readonly string[]> {
  const applicant = await OfficeClient.signIn(url, resident);
  const officials = {
    verifikator: await OfficeClient.signIn(url, colleague),
    signer: await OfficeClient.signIn(url, signer),
  };
  const page = await browser.newPage();
  await page.goto(url);
  const ids: string[] = [];
  for (const [index, [name, usaha, wilayah, , steps]] of people.entries()) {
    const card = await drawPaper(page, { paper: 'card', width: 1200, height: 800, seed: index + 1 });
    const letter = await drawPaper(page, { paper: 'letter', width: 900, height: 1200, seed: index + 1 });
    const { id } = await applicant.applyWithPhotos(
      { serviceId: 'sku', schemaVersion: 3, data: answers(name, usaha, wilayah, index) },
      [
        { slot: 'ktp', photo: Buffer.from(card) },
        { slot: 'kk', photo: Buffer.from(letter) },
        {
          slot: 'pengantar_rt_rw',
          photo: Buffer.from(await drawPaper(page, { paper: 'letter', width: 900, height: 1200, seed: index + 90 })),
        },
      ],
    );
    ids.push(id);
    let signs = false;
    for (const action of steps) {
      const why =
        action === 'return' || action === 'reject'
          ? 'Foto berkas kurang jelas. Mohon foto ulang di tempat terang.'
          : undefined;
      await officials[signs ? 'signer' : 'verifikator'].decide(
        id,
        action,
        why,
        action === 'return' ? ['/documents/kk'] : undefined,
      );
      signs = action === 'sign';
    }
  }
  await page.close();
  return ids;
}

function answers(name: string, usaha: string, wilayah: string, index: number) {
  const last = String(index + 1).padStart(4, '0');
  return {
    nama_pemohon: name,
    nik_pemohon: nobodysNik.slice(0, -4) + last,
    no_kk: nobodysFamilyCard.slice(0, -4) + last,
    no_hp: '+6281200000001',
    nama_usaha: usaha,
    jenis_usaha: 'Usaha rumahan',
    mulai_usaha: 2019,
    punya_nib: false,
    usaha_alamat: `Kampung Misal No. ${String(index + 1)}`,
    usaha_rt: '002',
    usaha_rw: '005',
    usaha_wilayah: wilayah,
    keperluan: 'Pengajuan KUR',
  };
}

/** What has come in today came in over two weeks. */
async function backdate(file: string, ids: readonly string[]): Promise<void> {
  const database = openSqliteDatabase(file);
  for (const [index, id] of ids.entries()) {
    const ms = (people[index]?.[3] ?? 0) * dayMs;
    const days = Math.floor(ms / dayMs);
    await database.write(async (tx) => {
      await tx.all(
        'UPDATE application SET received_at = received_at - $1, updated_at = updated_at - $1 WHERE id = $2',
        [ms, id],
      );
      await tx.all(
        `UPDATE application SET due_on = date(due_on, '-${String(days)} days') WHERE id = $1 AND due_on IS NOT NULL`,
        [id],
      );
      return keep(undefined);
    });
  }
  await database.close();
}

export async function launchDesktop(): Promise<Browser> {
  return await chromium.launch({
    executablePath: getBinary('CHROMIUM_PATH', ['chromium', 'chromium-browser', 'google-chrome']),
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
}
