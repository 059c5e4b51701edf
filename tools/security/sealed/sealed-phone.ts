import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { DemoAccount } from '#server/auth/demo-issuer.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { paperlessService } from '#server/testing/test-service.ts';
import type { ToyPushService } from '#server/testing/toy-push-service.ts';
import { Capabilities } from '#contract/schemas.ts';
import { ChromiumPhone } from '#tests/e2e/harness/chromium.ts';
import { type Office, officer } from '#tests/e2e/harness/office.ts';
import { OfficeClient } from '#tests/e2e/harness/office-client.ts';
import { until } from '#tests/e2e/harness/until.ts';
import { settleIn } from '#tests/e2e/pages/account.ts';
import { goToReview, next, send } from '#tests/e2e/pages/complaint.ts';
import { lockByPin, pin, unlockByPin } from '#tests/e2e/pages/lock.ts';
import { at, isOn, isThere, sees } from '#tests/e2e/pages/screen.ts';
import { makePhoto } from '#tests/e2e/samples/photo.ts';
import { writeSample } from '#tests/e2e/samples/sample-file.ts';
import { cachedTexts } from '../browser/cached-texts.ts';
import type { Mode } from './sealed-places.ts';
import { recordWire } from './wire-record.ts';

/** What one person has typed and photographed, like nothing else anywhere. */
export interface Typed {
  readonly words: readonly string[];
  /** Bytes out of the middle of the photo. */
  readonly photo: Buffer;
}

/** What came of one phone, once it is closed. */
export interface Traces {
  readonly mode: Mode;
  readonly typed: Typed;
  readonly profile: string;
  /** On the wire and in the browser's own record of the network: until it was at the office and looked at. */
  readonly sent: Buffer;
  readonly received: Buffer;
  readonly har: string;
  /** The same, from when its person has opened it again, and has asked for all that they have handed in. */
  readonly opened: { readonly sent: Buffer; readonly received: Buffer; readonly har: string };
  readonly caches: string;
  /** Console and titles. */
  readonly said: string;
  /** What woke the phone: as it came over the wire and as its browser opens it. */
  readonly pushed: string;
}

export const askedFor: ServiceDefinition = {
  ...paperlessService,
  id: 'surat-segel-uji',
  level: 'dinas',
  requirements: [{ id: 'ktp', label: { id: 'KTP' }, required: true, accept: ['image/jpeg', 'image/png'] }],
  steps: [
    {
      id: 'pemohon',
      title: { id: 'Pemohon' },
      fields: [
        { id: 'nama_pemohon', type: 'text', label: { id: 'Nama' }, required: true },
        { id: 'nik_pemohon', type: 'nik', label: { id: 'NIK' }, required: true },
        { id: 'alasan', type: 'longText', label: { id: 'Alasan' }, required: true },
      ],
    },
  ],
};

interface Scene {
  readonly office: Office;
  readonly push: ToyPushService;
  /** An empty folder of this phone's own. */
  readonly folder: string;
}

/**
 * A person fills in an application with a photo, seals it by sending it, and is told that the office has begun to examine
 * it: in a real browser with all of its network written down.
 */
export async function sealOnPhone(mode: Mode, { office, push, folder }: Scene): Promise<Traces> {
  const [name, nik, seed] =
    mode === 'lock' ? ['KENARIKUNCI', '9999990101900772', 72] : (['KENARIBUKA', '9999990101900771', 71] as const);
  const photo = makePhoto(200_000, seed);
  const wire = await recordWire(Number(new URL(office.origin).port));
  const profile = join(folder, 'profile');
  const har = join(folder, 'network.har');
  const context = { recordHar: { path: har, content: 'embed' } } as const;
  const phone = await ChromiumPhone.launch({ origin: wire.origin, profile, context });
  try {
    const citizen = office.nextCitizen();
    await settleIn(phone, citizen);
    await knowsKeys(phone);
    const endpoint = await wakeable(phone, office, push);
    if (mode === 'lock') await lockByPin(phone);
    await phone.open(`/layanan/${askedFor.id}`);
    if (mode === 'lock') await unlockByPin(phone, pin);
    await phone.press(at('start'));
    await isThere(phone, at('form'));
    await phone.type(at('field-nama_pemohon'), name);
    await phone.type(at('field-nik_pemohon'), nik);
    await phone.type(at('field-alasan'), `${name} sudah dua minggu menunggu.`);
    await phone.press(next);
    await isOn(phone, /\/berkas/);
    const sample = writeSample(folder, 'foto.jpg', 'image/jpeg', photo);
    await phone.attach(`${at('slot-ktp')} ${at('photo-input')}`, [sample]);
    await isThere(phone, at('paper'));
    await goToReview(phone);
    await isThere(phone, at('will-be-sealed'));
    await send(phone);
    const id = await examinedOnce(office, citizen);
    const [brought] = await until('the phone is woken', () => {
      const all = push.broughtTo(endpoint);
      return all.length > 0 && all;
    });
    const { sent, received } = wire.take();
    const openedAtMs = Date.now();
    await phone.open(`/permohonan/${id}`);
    if (mode === 'lock') await unlockByPin(phone, pin);
    await sees(phone, /Sedang diperiksa/);
    // The app itself asks only how it fares.
    await phone.page.evaluate(async (path) => {
      await (await fetch(path)).text();
    }, `/v1/applications/${id}`);
    const caches = await cachedTexts(phone);
    await phone.text();
    const said = phone.witness.transcript();
    await phone.close();
    const typed = { words: [name, nik], photo: photo.subarray(100_000, 100_032) };
    const pushed = `${brought?.wire ?? ''}\n${brought?.plain ?? ''}`;
    const network = splitAt(readFileSync(har, 'utf8'), openedAtMs);
    const opened = { ...wire.take(), har: network.after };
    return { mode, typed, profile, sent, received, har: network.before, opened, caches, said, pushed };
  } finally {
    await phone.close();
    await wire.close();
  }
}

const Har = z.object({ log: z.object({ entries: z.array(z.looseObject({ startedDateTime: z.string() })) }) });

function splitAt(har: string, atMs: number): { readonly before: string; readonly after: string } {
  const { entries } = Har.parse(JSON.parse(har)).log;
  const isBefore = (entry: { readonly startedDateTime: string }) => Date.parse(entry.startedDateTime) < atMs;
  const text = (some: readonly object[]) => JSON.stringify(some);
  return { before: text(entries.filter(isBefore)), after: text(entries.filter((entry) => !isBefore(entry))) };
}

/** The office's keys came behind the first screen. */
async function knowsKeys(phone: ChromiumPhone): Promise<void> {
  await phone.open('/pengaturan');
  await sees(phone, /meminta semua permohonan disegel/);
}

/** The phone's session lets itself be woken. Resolves with where. */
async function wakeable(phone: ChromiumPhone, office: Office, push: ToyPushService): Promise<string> {
  const told = await fetch(`${office.directOrigin}/.well-known/public-service-sync`);
  const vapidPublicKey = Capabilities.parse(await told.json()).push?.vapidPublicKey ?? '';
  const browser = push.subscribe(vapidPublicKey);
  const status = await phone.page.evaluate(
    async ([id, body]) => {
      const headers = { 'Content-Type': 'application/json' };
      return (await fetch(`/v1/push-subscriptions/${id ?? ''}`, { method: 'PUT', headers, body: body ?? '' })).status;
    },
    [uuidv7(), JSON.stringify({ ...browser, vapidPublicKey })],
  );
  assert.ok(status < 300, `the subscription was answered with ${status}`);
  return browser.endpoint;
}

/** Whole at the office, and an officer has begun. Resolves with its id. */
async function examinedOnce(office: Office, citizen: DemoAccount): Promise<string> {
  const own = await OfficeClient.signIn(office.directOrigin, citizen);
  const { id } = await until('the office has it whole', async () => {
    const [application] = await own.listApplications();
    return application?.status === 'submitted' && application;
  });
  await (await OfficeClient.signIn(office.directOrigin, officer)).decide(id, 'review');
  return id;
}
