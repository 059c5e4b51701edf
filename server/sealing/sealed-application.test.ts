import { createHash } from 'node:crypto';
import { statSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealApplication } from '#api/sealing/seal-application.ts';
import { ApplicationView } from '#contract/application-view.ts';
import { Problem, ReceiptWire } from '#contract/schemas.ts';
import { isSealingKey, type SealingKey, type SealingMode } from '#domain/sealing/sealing-terms.ts';
import { sha256Hex } from '#media/sha256.ts';
import { openSealing } from '../open-sealing.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { testFile, testPdf } from '../testing/test-file.ts';
import { testPaper, testSubmission, type TestSubmission } from '../testing/test-submission.ts';
import { keyFileName, newKeyPair, privateKeysIn, readKeyFile, writePrivately } from './key-file.ts';
import type { SealingDesk } from './sealing-desk.ts';

let app: TestApp;
let keyFile = '';

async function openApp(mode: SealingMode): Promise<TestApp> {
  const desks: SealingDesk[] = [];
  return openTestApp({
    sealing: (folder) => {
      keyFile = join(folder, keyFileName);
      return {
        mode,
        terms: (nowMs) => desks[0]?.terms(nowMs) ?? { mode, keys: [] },
        contentKey: async (wrapped) => {
          desks[0] ??= await openSealing(folder, { mode, keyFile: null });
          return desks[0].contentKey(wrapped);
        },
      };
    },
  });
}

beforeEach(async () => {
  app = await openApp('optional');
  // Asked once, the office has its keys.
  await app.ports.sealing.contentKey({ ciphertext: '', recipients: [], iv: '', tag: '' });
});
afterEach(() => app.close());

async function officeKeys(): Promise<readonly SealingKey[]> {
  const answer = await app.send(null, 'GET', '/.well-known/public-service-sync');
  const { sealing } = JSON.parse(await answer.text()) as { sealing: { keys: unknown[] } };
  return sealing.keys.filter(isSealingKey);
}

async function sealed(of: TestSubmission, recipients?: readonly SealingKey[]) {
  const { envelope, papers } = await sealApplication(
    {
      applicationId: of.id,
      recipients: recipients ?? (await officeKeys()),
      envelope: new TextEncoder().encode(JSON.stringify(of.body)).buffer,
      papers: of.papers.map(({ id, file }) => ({ id, read: async () => file.bytes.buffer })),
    },
    sha256Hex,
  );
  const body: Record<string, unknown> = JSON.parse(new TextDecoder().decode(envelope));
  return { body, papers };
}

async function upload(of: TestSubmission, paper: { id: string; bytes: ArrayBuffer; sha256: string }) {
  const { slot, file } = of.papers.find(({ id }) => id === paper.id) ?? testPaper();
  const ticket = await app.send('siti', 'PUT', `/v1/documents/${paper.id}`, {
    json: {
      applicationId: of.id,
      slot,
      mediaType: file.mediaType,
      size: paper.bytes.byteLength,
      sha256: paper.sha256,
      sealed: true,
    },
  });
  const { uploadUrl } = JSON.parse(await ticket.text()) as { uploadUrl: string };
  return app.send('siti', 'PATCH', uploadUrl, {
    body: paper.bytes,
    headers: {
      'Tus-Resumable': '1.0.0',
      'Upload-Offset': '0',
      'Content-Type': 'application/offset+octet-stream',
    },
  });
}

const put = (of: TestSubmission, json: unknown) => app.send('siti', 'PUT', of.path, { json });
const view = async (of: TestSubmission) => ApplicationView.parse(await (await app.send('siti', 'GET', of.path)).json());

describe('a sealed application', () => {
  it('arrives word for word with its papers, and the words are nowhere in what was sent', async () => {
    const of = testSubmission([testPaper('ktp', testFile(600_000)), testPaper('lampiran', testPdf(3_000))]);
    const { body, papers } = await sealed(of);
    expect(JSON.stringify(body)).not.toContain('KANARI');
    const first = await put(of, body);
    expect(first.status).toBe(201);
    expect(ReceiptWire.parse(await first.json()).missingDocuments).toHaveLength(2);
    for (const paper of papers) expect((await upload(of, paper)).status).toBe(204);
    const again = await put(of, body);
    expect(again.status).toBe(200);
    expect(ReceiptWire.parse(await again.json())).toMatchObject({ status: 'submitted', missingDocuments: [] });

    const seen = await view(of);
    expect(seen.data).toEqual(of.body.data);
    for (const { id, file } of of.papers) {
      const content = await app.send('officer', 'GET', `/v1/documents/${id}/content`);
      const bytes = Buffer.from(await content.arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
      expect(seen.documents.find((document) => document.id === id)).toMatchObject({
        size: file.size,
        sha256: file.sha256,
        state: 'clean',
      });
    }
  });

  it('shows no official a whole number that came out of it', async () => {
    const of = testSubmission();
    const nik = '9903010101900001';
    const filled = { ...of.body, data: { ...of.body.data, nik } };
    const { body, papers } = await sealed({ ...of, body: filled });
    expect((await put(of, body)).status).toBe(201);
    for (const paper of papers) expect((await upload(of, paper)).status).toBe(204);
    const told = await (await app.send('officer', 'GET', of.path)).text();
    expect([told.includes('99••••••••••0001'), told.includes(nik)]).toEqual([true, false]);
    expect((await view(of)).data).toMatchObject({ nik });
  });

  it('may come after its papers: they are held, and open when it is here', async () => {
    const of = testSubmission();
    const { body, papers } = await sealed(of);
    for (const paper of papers) expect((await upload(of, paper)).status).toBe(204);
    expect(ReceiptWire.parse(await (await put(of, body)).json()).missingDocuments).toHaveLength(1);
    const [paper] = papers;
    const [{ slot, file }] = [of.papers[0] ?? testPaper()];
    const ticket = await app.send('siti', 'PUT', `/v1/documents/${paper?.id ?? ''}`, {
      json: {
        applicationId: of.id,
        slot,
        mediaType: file.mediaType,
        size: paper?.bytes.byteLength,
        sha256: paper?.sha256,
        sealed: true,
      },
    });
    expect(await ticket.json()).toMatchObject({ state: 'clean' });
    expect((await view(of)).status).toBe('submitted');
  });

  it('is judged by the same rules, and the pointers are into what was sealed', async () => {
    const of = testSubmission();
    const wrong = { ...of, body: { ...of.body, data: { nama: '', usaha: true } } } as unknown as TestSubmission;
    const answer = await put(of, (await sealed(wrong)).body);
    expect(answer.status).toBe(422);
    expect(Problem.parse(await answer.json()).errors?.map(({ pointer }) => pointer)).toEqual(['/nama', '/nama_usaha']);
  });

  it('is refused when the outside is not what was sealed, or was sealed for another application', async () => {
    const of = testSubmission();
    const { body } = await sealed(of);
    const other = testSubmission();
    const swapped = [
      [of, { ...body, serviceId: 'surat-tanpa-berkas' }],
      [of, { ...body, capturedAt: '2026-11-23T09:30:01.000Z' }],
      [of, { ...body, documents: [] }],
      [other, body],
    ] as const;
    for (const [to, json] of swapped) {
      const answer = await put(to, json);
      expect(answer.status).toBe(422);
      expect(Problem.parse(await answer.json()).errors).toEqual([{ pointer: '/sealed', code: 'doesNotOpen' }]);
    }
    expect((await put(of, body)).status).toBe(201);
  });

  it('whose paper is sealed to something else than its form names starts that upload again', async () => {
    const of = testSubmission();
    const { body, papers } = await sealed(of);
    const { papers: foreign } = await sealed({
      ...of,
      papers: [{ ...(of.papers[0] ?? testPaper()), file: testFile() }],
    });
    const bytes = foreign[0]?.bytes ?? new ArrayBuffer(0);
    const lying = { id: papers[0]?.id ?? '', bytes, sha256: await sha256Hex(bytes) };
    const listed = { ...body, documents: [{ ...(body['documents'] as object[])[0], sha256: lying.sha256 }] };
    expect((await put(of, listed)).status).toBe(201);
    expect((await upload(of, lying)).status).toBe(460);
    expect((await view(of)).status).toBe('incomplete');
  });

  it('with half a character in it is refused by the rules, never kept', async () => {
    const of = testSubmission();
    const half = {
      ...of,
      body: { ...of.body, data: { nama: 'KANARI \ud800', usaha: false } },
    } as unknown as TestSubmission;
    expect((await put(of, (await sealed(half)).body)).status).toBe(422);
  });
});

describe('keys of the office', () => {
  it('are made at the first start, for their owner’s eyes only, and their public halves are published', async () => {
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const [key, ...more] = await officeKeys();
    expect(more).toEqual([]);
    expect(key).toMatchObject({ crv: 'P-256', recovery: false });
    const published = await (await app.send(null, 'GET', '/.well-known/public-service-sync')).text();
    const secret = privateKeysIn(JSON.parse(readFileSync(keyFile, 'utf8')))[0]?.jwk.d ?? 'none';
    expect(published).not.toContain(secret);
  });

  it('still open what was sealed to them after they were retired, and phones get the new one', async () => {
    const before = await officeKeys();
    const file = readKeyFile(keyFile);
    if (typeof file === 'string') throw new Error(file);
    const fresh = await newKeyPair(app.nowMs());
    const retired = file.office.map((key) => ({ ...key, retiredAt: new Date(app.nowMs()).toISOString() }));
    writePrivately(keyFile, { ...file, office: [...retired, fresh] });
    expect((await officeKeys()).map(({ kid }) => kid)).toEqual([fresh.kid]);
    app.advanceMs(180 * 24 * 60 * 60 * 1000);
    const of = testSubmission();
    expect((await put(of, (await sealed(of, before)).body)).status).toBe(201);
  });

  it('that the office does not hold are named as such', async () => {
    const { kid, notBefore, notAfter, jwk } = await newKeyPair(app.nowMs());
    const stranger: SealingKey = {
      kty: 'EC',
      crv: 'P-256',
      x: jwk.x,
      y: jwk.y,
      kid,
      notBefore,
      notAfter,
      recovery: false,
    };
    const of = testSubmission();
    const answer = await put(of, (await sealed(of, [stranger])).body);
    expect(answer.status).toBe(422);
    expect(Problem.parse(await answer.json()).type).toBe('urn:ajukan:problem:unknown-sealing-key');
  });
});

it('an office that requires seals answers 426 to what has none, and still knows what it took before', async () => {
  await app.close();
  app = await openApp('required');
  const of = testSubmission();
  expect((await put(of, of.body)).status).toBe(426);
});
