import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestApp } from '../testing/test-app.ts';
import { announcementOf, testPaper, testSubmission } from '../testing/test-submission.ts';
import { fileUploadStore } from './file-upload-store.ts';
import { uploadKeyPattern } from './upload-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ajukan-names-'));
  mkdirSync(join(folder, 'files'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const nasty = fc.constantFrom(
  '../../x',
  '..\\..\\x',
  '/etc/passwd',
  'C:\\x',
  'con',
  'a\0b',
  'x'.repeat(300),
  '\u202egpj.exe',
  '<img onerror=1>',
  '%2e%2e%2f',
  '....//',
  '.',
  '..',
  '',
  '~',
  'a/b',
  'ktp\r\nX-Evil: 1',
  '-rf',
  '$(id)',
  '`id`',
  '\uD800',
  'file:///x',
);
/** What a client may call a file: anything. */
const name = fc.oneof(
  nasty,
  fc.string({ unit: 'binary' }),
  fc.tuple(nasty, nasty).map((pair) => pair.join('')),
);

it('F72: of a hundred thousand names none leads out of the folder, and none but our own kind leads into it', async () => {
  const store = fileUploadStore(join(folder, 'files'));
  const hold = { signal: new AbortController().signal, onProgress: () => undefined };
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(name, async (key) => {
      const bytes = (async function* () {
        yield new Uint8Array([1]);
      })();
      const isOurs = uploadKeyPattern.test(key);
      const end = await store.append(key, bytes, 1, hold).then(
        () => 'written',
        () => 'refused',
      );
      expect(end).toBe(isOurs ? 'written' : 'refused');
      if (!isOurs) refused += 1;
    }),
    { numRuns: 100_000 },
  );
  expect(refused).toBeGreaterThan(90_000);
  expect(readdirSync(folder)).toEqual(['files']);
  const written = readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  for (const { name: file } of written) expect(file).toMatch(uploadKeyPattern);
});

it('F72: as an id, a slot or an address such a name is refused, and never in a header', async () => {
  const app = await openTestApp();
  await fc.assert(
    fc.asyncProperty(name, async (text) => {
      const { id } = testSubmission();
      const paper = testPaper();
      const announcement = announcementOf(id, paper);
      const path = encodeURIComponent(text.toWellFormed());
      const slot = await app.send('siti', 'PUT', `/v1/documents/${paper.id}`, {
        json: { ...announcement, slot: text },
      });
      if (slot.status !== 201) expect(slot.status).toBe(422);
      else expect(text).toMatch(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/);
      for (const [method, address] of [
        ['PUT', `/v1/documents/${path}`],
        ['GET', `/v1/documents/${path}/content`],
        ['HEAD', `/v1/uploads/${path}`],
      ] as const) {
        const answer = await app.send('siti', method, address, {
          headers: { 'Tus-Resumable': '1.0.0' },
          ...(method === 'PUT' ? { json: announcement } : {}),
        });
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.status).toBeLessThan(500);
        expect(answer.headers.get('content-disposition')).toBeNull();
      }
    }),
    { numRuns: 500 },
  );
  await app.close();
});
