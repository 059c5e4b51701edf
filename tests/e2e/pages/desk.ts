/** An office with officials of its own, and the desk that they sit at. */
import path from 'node:path';
import { startServer } from '#server/start.ts';
import { openTestProvider } from '#tests/fakes/oidc/test-provider.ts';
import type { DemoAccount } from '#server/auth/demo-issuer.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { ChromiumPhone } from '../harness/chromium.ts';
import { makeCatalogue } from '../harness/office.ts';
import { OfficeClient } from '../harness/office-client.ts';
import type { Stage } from '../harness/stage.ts';
import { makePhoto } from '../samples/photo.ts';
import { at, isOn, isThere } from './screen.ts';

const webDist = path.resolve(process.env['WEB_DIST'] ?? 'dist');
const regency = { level: 'dinas', area: '36.03' } as const;
const citizen: DemoAccount = { accountId: 'w-1', login: '081200000001', code: '111111', name: 'KANARI W', roles: [] };
const colleague: DemoAccount = {
  accountId: 'b-1',
  login: '081200000002',
  code: '222222',
  name: 'KANARI Rekan',
  roles: ['verifikator'],
  posts: [regency],
};

/**
 * The official comes in through the provider, in a browser; the colleague is known to the office alone.
 * @param moreServices on top of the shipped ones
 */
export async function openDeskOffice(stage: Stage, moreServices: readonly ServiceDefinition[] = []) {
  const provider = await openTestProvider();
  provider.people.set('a-1', { name: 'KANARI Petugas', roles: ['verifikator'], offices: ['dinas:36.03'] });
  const server = await startServer({
    port: 0,
    dataDir: stage.folder('office-with-a-desk'),
    demoAccounts: [{ ...citizen, roles: ['pemohon'] }, colleague],
    webDist,
    catalogueDir: makeCatalogue(moreServices),
    logLevel: 'silent',
    provider: provider.settings,
  });
  provider.serve(server.url);
  const computer = stage.own(await ChromiumPhone.launch({ origin: server.url, profile: stage.folder('chromium') }));
  await computer.page.setViewportSize({ width: 1280, height: 800 });
  return {
    computer,
    applicant: await OfficeClient.signIn(server.url, citizen),
    colleague: await OfficeClient.signIn(server.url, colleague),
    close: async () => {
      await server.close();
      await provider.close();
    },
  };
}

export async function sitDown(computer: ChromiumPhone): Promise<void> {
  await computer.open('/meja');
  await computer.press(at('official-sign-in'));
  await isOn(computer, /^\/meja$/);
  await isThere(computer, at('desk-queue'));
}

/** With photos, one for each seed, and a title that tells it apart. */
export async function reports(applicant: OfficeClient, title: string, ...seeds: readonly number[]) {
  const body = {
    serviceId: 'pengaduan',
    schemaVersion: 4,
    data: { judul: title, isi: 'KANARI jalan rusak', anonim: false, nama_pelapor: title },
  };
  const photos = seeds.map((seed) => ({ slot: 'bukti', photo: Buffer.from(makePhoto(20_000, seed)) }));
  return await applicant.applyWithPhotos(body, photos);
}

export async function openCase(computer: ChromiumPhone, id: string): Promise<void> {
  await computer.press(`[data-row="${id}"] a`);
  await isThere(computer, at('desk-item'));
}

export async function decideAs(computer: ChromiumPhone, action: string, status: string): Promise<void> {
  await computer.press(at(`desk-${action}`));
  await isThere(computer, `${at('desk-item')}[data-status="${status}"]`);
}

/** By key alone, as somebody does who never lets go of the keyboard. */
export async function tabTo(computer: ChromiumPhone, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const isHere = await computer.page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);
    if (isHere) return;
    await computer.page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}
