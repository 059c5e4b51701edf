import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { ChromiumPhone } from '#tests/e2e/harness/chromium.ts';
import { Office } from '#tests/e2e/harness/office.ts';
import { makeScratch, removeScratch } from '#tests/e2e/harness/scratch.ts';
import { askForCode } from '#tests/e2e/pages/account.ts';
import { complain } from '#tests/e2e/pages/complaint.ts';
import { seesReceived } from '#tests/e2e/pages/outbox.ts';
import { at, isThere, sees } from '#tests/e2e/pages/screen.ts';
import { makePdf } from '#tests/e2e/samples/papers.ts';
import { writeSample } from '#tests/e2e/samples/sample-file.ts';
import { root } from '../../node24.mjs';
import { cachedTexts } from './cached-texts.ts';
import { type LookedAt, lookThrough } from './look-through.ts';
import { pasteCode } from './paste-code.ts';
import { plantedPhoto } from './planted-photo.ts';
import { tryPolyglot } from './try-polyglot.ts';

export interface Asked {
  readonly url: string;
  readonly referer: string;
  readonly body: Buffer;
}

export interface BrowserRun {
  readonly places: LookedAt;
  /** Faults of papers that are opened as pages, or with somebody else's session. */
  readonly papers: readonly string[];
  /** Faults of the field that a one-time code goes into. */
  readonly codeField: readonly string[];
}

/** What is typed beside the usual canaries. */
const typedNik = '9999990101900001';
let once: Promise<BrowserRun> | undefined;

/**
 * A person with a phone: in by number and code, an application with a photo, and its receipt; in a real browser, at a real
 * server. Then every place that something of it could lie in is read. One run serves every row.
 */
export function browserRun(): Promise<BrowserRun> {
  return (once ??= run());
}

async function run(): Promise<BrowserRun> {
  const webDist = join(root, 'dist');
  if (!existsSync(join(webDist, 'index.html'))) throw new Error('there is no built app: npm run build');
  // Open, so that what is looked for is somewhere: the scan could find nothing everywhere else.
  const office = await Office.open(webDist, { sealing: 'off' });
  const profile = makeScratch('canaries');
  const gallery = makeScratch('gallery');
  const phone = await ChromiumPhone.launch({ origin: office.origin, profile });
  try {
    const asked = listen(phone.context);
    const citizen = office.nextCitizen();
    await phone.open('/');
    await sees(phone, /Pengaduan/);
    await phone.waitForWorker();
    await phone.open('/layanan/pengaduan');
    await isThere(phone, at('start'));
    await phone.open('/akun');
    const codeField = await pasteCode(phone, await askForCode(phone, citizen.login), citizen.name);
    await complain(phone, `NIK ${typedNik}`, [writeSample(gallery, 'foto.jpg', 'image/jpeg', plantedPhoto())]);
    await seesReceived(phone);
    await phone.text();
    const polyglot = { id: uuidv7(), bytes: polyglotPdf() };
    const papers = await tryPolyglot(phone, office, polyglot, sha256(polyglot.bytes));
    const caches = await cachedTexts(phone);
    const said = phone.witness.transcript();
    await phone.close();
    return { codeField, papers, places: await lookThrough({ office, profile, asked: await asked(), caches, said }) };
  } finally {
    await phone.close();
    await office.close();
    for (const folder of [profile, gallery]) removeScratch(folder);
  }
}

/** Everything that leaves the phone: addresses, where they were asked from, bodies. */
function listen(context: BrowserContext): () => Promise<readonly Asked[]> {
  const requests: Promise<Asked>[] = [];
  context.on('request', (request) =>
    requests.push(
      (async () => ({
        url: request.url(),
        referer: (await request.headerValue('referer').catch(() => null)) ?? '',
        body: request.postDataBuffer() ?? Buffer.alloc(0),
      }))(),
    ),
  );
  return async () => await Promise.all(requests);
}

/** A PDF for who asks for its type, a page with a script for who guesses. */
function polyglotPdf(): Buffer {
  return Buffer.concat([
    makePdf('surat'),
    Buffer.from('%<!doctype html><html><script>document.title = "BERJALAN"</script></html>\n'),
  ]);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
