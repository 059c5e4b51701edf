import { join } from 'node:path';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunningServer } from './start.ts';
import { rawPatch } from './testing/raw-patch.ts';
import { testFile } from './testing/test-file.ts';
import { testPhone, type TestPhone } from './testing/test-phone.ts';
import { startTestServer, testFolder } from './testing/test-server.ts';
import { testPaper, testSubmission } from './testing/test-submission.ts';
import { fileUploadStore } from './uploads/file-upload-store.ts';

const folder = testFolder();
let server: RunningServer;
let phone: TestPhone;
beforeAll(async () => {
  server = await startTestServer(folder);
  phone = await testPhone(server.url);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

async function announced(size: number) {
  const paper = testPaper('ktp', testFile(size));
  return { bytes: paper.file.bytes, uploadUrl: (await phone.announce(testSubmission().id, paper)) ?? '' };
}

/** One run of tus-js-client, which knows nothing of this server but the address of the upload. */
function tusUpload(uploadUrl: string, bytes: Uint8Array): Promise<readonly string[]> {
  const requests: string[] = [];
  return new Promise((resolve, reject) => {
    new Upload(Buffer.from(bytes), {
      uploadUrl: `${server.url}${uploadUrl}`,
      headers: phone.authorization,
      chunkSize: 256 * 1024,
      retryDelays: null,
      onBeforeRequest: (request) => {
        requests.push(request.getMethod());
      },
      onSuccess: () => resolve(requests),
      onError: reject,
    }).start();
  });
}

describe('an upload over a real socket', () => {
  it('is understood by tus-js-client: 5 MB in pieces, and nothing again when it is run again', async () => {
    const { bytes, uploadUrl } = await announced(5_000_000);
    expect(await tusUpload(uploadUrl, bytes)).toEqual(['HEAD', ...Array.from({ length: 20 }, () => 'PATCH')]);
    expect(await tusUpload(uploadUrl, bytes)).toEqual(['HEAD']);
  });

  it('is resumed by tus-js-client where a cut connection left it', async () => {
    const { bytes, uploadUrl } = await announced(1_000_000);
    const socket = await rawPatch(server.url, uploadUrl, phone.authorization.Authorization, {
      offset: 0,
      length: bytes.length,
      first: bytes.subarray(0, 400_000),
    });
    await holds(uploadUrl, 400_000);
    socket.destroy();
    expect(await phone.offset(uploadUrl)).toBe(400_000);
    expect(await tusUpload(uploadUrl, bytes)).toEqual(['HEAD', 'PATCH', 'PATCH', 'PATCH']);
  });

  it('is taken over from a connection that is half open and says nothing, within 10 s', async () => {
    const { bytes, uploadUrl } = await announced(300_000);
    const socket = await rawPatch(server.url, uploadUrl, phone.authorization.Authorization, {
      offset: 0,
      length: bytes.length,
      first: bytes.subarray(0, 100_000),
    });
    await holds(uploadUrl, 100_000);
    const startedMs = performance.now();
    const offset = await phone.offset(uploadUrl);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
    expect(offset).toBe(100_000);
    expect((await phone.patch(uploadUrl, offset, bytes.slice(offset))).status).toBe(204);
    socket.destroy();
  });

  it('has one winner among writers at one offset, and the bytes are right', async () => {
    const { bytes, uploadUrl } = await announced(2_000_000);
    const answers = await Promise.all(Array.from({ length: 4 }, () => phone.patch(uploadUrl, 0, bytes)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409, 409, 409]);
    expect(await phone.offset(uploadUrl)).toBe(bytes.length);
  });

  it('hears why it is refused, though it has not finished speaking', async () => {
    const { bytes, uploadUrl } = await announced(8_000_000);
    const answer = await phone.patch(uploadUrl, 4_000_000, bytes.slice(4_000_000));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([409, 'application/problem+json']);
    expect((await phone.patch(uploadUrl, 0, bytes)).status).toBe(204);
  });

  it('keeps going however slow it is, and whatever is asked meanwhile', async () => {
    const { bytes, uploadUrl } = await announced(50_000);
    const socket = await rawPatch(server.url, uploadUrl, phone.authorization.Authorization, {
      offset: 0,
      length: bytes.length,
      first: bytes.subarray(0, 1),
    });
    const answered = new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString('latin1'))));
    await holds(uploadUrl, 1);
    const asked = phone.head(uploadUrl);
    for (let at = 1; at < bytes.length; at += 1000) {
      socket.write(bytes.subarray(at, at + 1000));
      await holds(uploadUrl, Math.min(at + 1000, bytes.length));
    }
    expect(await answered).toMatch(/^HTTP\/1.1 204 /);
    expect((await asked).headers.get('upload-offset')).toBe('50000');
    socket.destroy();
  });
});

/** Waits until that much lies on the disk. Asked without the protocol, so that nothing is broken off by asking. */
async function holds(uploadUrl: string, sizeBytes: number): Promise<void> {
  const key = uploadUrl.split('/').at(-1) ?? '';
  const files = fileUploadStore(join(folder.dataDir, 'files'));
  await vi.waitFor(async () => expect(await files.size(key)).toBe(sizeBytes), { interval: 5, timeout: 5000 });
}
