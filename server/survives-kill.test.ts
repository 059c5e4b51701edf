import { afterAll, describe, expect, it } from 'vitest';
import { testFile } from './testing/test-file.ts';
import { testPhone, type TestPhone } from './testing/test-phone.ts';
import { spawnServer, testFolder } from './testing/test-server.ts';
import { testPaper, type TestSubmission, testSubmission } from './testing/test-submission.ts';

const rounds = 6;
const writers = 8;
const fileBytes = 200_000;
const pieceBytes = 60_000;

const folder = testFolder();
afterAll(() => folder.remove());

/** What a phone has been told by the office about one application, and may rely on for ever. */
interface Promised {
  readonly submission: TestSubmission;
  receipt: string | null;
  uploadUrl: string | null;
  offset: number;
}

/** Sends applications with a paper until the connection dies, and notes everything that was acknowledged. */
async function sendUntilKilled(phone: TestPhone, promises: Promised[], acknowledged: () => void): Promise<void> {
  for (;;) {
    const promised: Promised = {
      submission: testSubmission([testPaper('ktp', testFile(fileBytes))]),
      receipt: null,
      uploadUrl: null,
      offset: 0,
    };
    promises.push(promised);
    const { submission } = promised;
    const [paper] = submission.papers;
    if (paper === undefined) return;
    try {
      const put = await phone.put(submission);
      expect(put.status).toBe(201);
      promised.receipt = await put.text();
      acknowledged();
      promised.uploadUrl = await phone.announce(submission.id, paper);
      acknowledged();
      while (promised.uploadUrl !== null && promised.offset < fileBytes) {
        const piece = paper.file.bytes.slice(promised.offset, promised.offset + pieceBytes);
        const patch = await phone.patch(promised.uploadUrl, promised.offset, piece);
        expect(patch.status).toBe(204);
        promised.offset = Number(patch.headers.get('upload-offset'));
        acknowledged();
      }
    } catch (error) {
      // fetch's own way of saying that nobody answers; anything else is a failure of the test.
      if (!(error instanceof TypeError)) throw error;
      return;
    }
  }
}

/** Goes on after the restart, as a phone does: the same requests again, the rest of the bytes. */
async function finish(phone: TestPhone, { submission, receipt, uploadUrl, offset }: Promised): Promise<void> {
  const [paper] = submission.papers;
  if (paper === undefined) return;
  const again = await phone.put(submission);
  const registration = registrationOf(await again.text());
  expect([again.status, registration]).toEqual(
    receipt === null ? [expect.anything(), registration] : [200, registrationOf(receipt)],
  );
  const url = await phone.announce(submission.id, paper);
  expect(url ?? uploadUrl).toBe(uploadUrl ?? url);
  if (url === null) return;
  const held = await phone.offset(url);
  expect(held).toBeGreaterThanOrEqual(offset);
  expect((await phone.patch(url, held, paper.file.bytes.slice(held))).status).toBe(204);
}

function registrationOf(receipt: string): string | undefined {
  return /"registrationNumber":"([\d-]+)"/.exec(receipt)?.[1];
}

describe('a server that is killed in the middle of everything', () => {
  it(`has kept all that it acknowledged, once, in ${rounds} of ${rounds} rounds`, { timeout: 120_000 }, async () => {
    const promises: Promised[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const server = await spawnServer(folder);
      const phone = await testPhone(server.url);
      const mine: Promised[] = [];
      let leftUntilKill = 20 + round * 17;
      let killed: Promise<unknown> | undefined;
      await Promise.all(
        Array.from({ length: writers }, () =>
          sendUntilKilled(phone, mine, () => {
            leftUntilKill -= 1;
            if (leftUntilKill <= 0) killed ??= server.end('SIGKILL');
          }),
        ),
      );
      expect(await killed).toBe('SIGKILL');
      const restarted = await spawnServer(folder);
      const returning = await testPhone(restarted.url);
      for (const promised of mine) await finish(returning, promised);
      promises.push(...mine);
      expect(await restarted.end('SIGTERM')).toBe(0);
    }

    const last = await spawnServer(folder);
    const phone = await testPhone(last.url);
    const changes = await phone.changes();
    const seen = changes.map(({ applicationId, version }) => `${applicationId} ${version}`);
    expect(new Set(seen).size).toBe(seen.length);
    const submitted = changes.filter(({ status }) => status === 'submitted').map(({ applicationId }) => applicationId);
    expect(submitted.toSorted()).toEqual(promises.map(({ submission }) => submission.id).toSorted());
    expect(await last.end('SIGTERM')).toBe(0);
  });
});
