import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sealApplication } from '#api/sealing/seal-application.ts';
import type { SealingKey } from '#domain/sealing/sealing-terms.ts';
import { sha256Hex } from '#media/sha256.ts';
import { openSealing } from '#server/open-sealing.ts';

const applicationId = '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f';
const paperId = '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e50';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
  file = join(folder, 'sealing-keys.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: unknown;
  readonly said: string;
}
function run(tool: 'keys' | 'unseal', ...args: readonly string[]): Promise<Ran> {
  const program = new URL(`./${tool}.ts`, import.meta.url).pathname;
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { encoding: 'utf8' }, (error, out, err) =>
      resolve({ code: error?.code ?? 0, said: out + err }),
    );
  });
}
const keys = (...args: readonly string[]) => run('keys', ...args, '--file', file);

async function published(): Promise<readonly SealingKey[]> {
  const desk = await openSealing(folder, { mode: 'required', keyFile: file });
  return desk.terms(Date.now()).keys;
}

/** A copy as the app saves it. */
async function sealedCopy(recipients: readonly SealingKey[]): Promise<string> {
  const paper = new TextEncoder().encode('%PDF-1.7 KANARI');
  const submission = {
    serviceId: 'sku',
    schemaVersion: 1,
    data: { nama: 'KANARI Siti' },
    documents: [{ id: paperId, slot: 'ktp', mediaType: 'application/pdf', size: paper.length, sha256: '0'.repeat(64) }],
    capturedAt: '2026-11-26T10:00:00Z',
  };
  const envelope = new TextEncoder().encode(JSON.stringify(submission)).buffer;
  const papers = [{ id: paperId, read: async () => paper.buffer }];
  const sealed = await sealApplication({ applicationId, recipients, envelope, papers }, sha256Hex);
  const copy = join(folder, 'salinan.json');
  const base64 = (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64');
  const documents = sealed.papers.map(({ id, bytes }) => ({
    id,
    slot: 'ktp',
    mediaType: 'application/pdf',
    base64: base64(bytes),
  }));
  const content = { format: 'ajukan-export', applicationId, envelope: { base64: base64(sealed.envelope) }, documents };
  writeFileSync(copy, JSON.stringify(content));
  return copy;
}

it('a new key, then another: the first can be retired, and never the last', async () => {
  expect((await keys('new')).code).toBe(0);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const [first] = await published();
  const last = await keys('retire', first?.kid ?? '');
  expect(last.code).toBe(1);
  expect(last.said).toContain('make a new one first');
  await keys('new');
  expect((await keys('retire', first?.kid ?? '')).code).toBe(0);
  expect((await published()).map(({ kid }) => kid)).not.toContain(first?.kid);
  expect((await keys('list')).said).toMatch(/retired, keep until \d{4}-/);
});

it('a recovery key opens what phones sealed, its private half never comes near the server', async () => {
  await keys('new');
  const secret = join(folder, 'recovery.json');
  const made = await run('keys', 'recovery', secret);
  const publicFile = join(folder, 'recovery-public.json');
  writeFileSync(publicFile, made.said);
  expect((await keys('trust', secret)).code).toBe(1);
  expect((await keys('trust', publicFile)).code).toBe(0);
  const d: unknown = JSON.parse(readFileSync(secret, 'utf8')).jwk.d;
  expect(readFileSync(file, 'utf8')).not.toContain(String(d));

  const recipients = await published();
  expect(recipients.map(({ recovery }) => recovery)).toEqual([false, true]);
  const copy = await sealedCopy(recipients);
  expect(readFileSync(copy, 'utf8')).not.toContain('KANARI');
  for (const key of [secret, file]) {
    expect(await run('unseal', copy, '--key', key)).toMatchObject({ code: 0 });
    expect(readFileSync(join(`${copy}.opened`, 'form.json'), 'utf8')).toContain('KANARI Siti');
    expect(readFileSync(join(`${copy}.opened`, `ktp-${paperId}.pdf`), 'utf8')).toBe('%PDF-1.7 KANARI');
  }
});

it('another office’s key opens nothing, and says so', async () => {
  await keys('new');
  const copy = await sealedCopy(await published());
  const other = join(folder, 'other.json');
  await run('keys', 'new', '--file', other);
  const refused = await run('unseal', copy, '--key', other);
  expect(refused.code).toBe(1);
  expect(refused.said).toContain('none of these keys');
});
