import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { ReceiptWire } from '#contract/schemas.ts';
import { type CrashPoint, crashPoints } from '#server/testing/crash-points.ts';
import { testFile } from '#server/testing/test-file.ts';
import { testPhone, type TestPhone } from '#server/testing/test-phone.ts';
import { bearerOf, spawnServer, type TestFolder } from '#server/testing/test-server.ts';
import { testPaper, testSubmission } from '#server/testing/test-submission.ts';

const fileBytes = 300_000;
const halfBytes = 150_000;

/** One application with its paper, sent piece by piece, given back and repaired: what was acknowledged, and is relied on. */
interface Job {
  readonly submission: ReturnType<typeof testSubmission>;
  readonly decisionIds: { readonly review: string; readonly return: string };
  readonly revisionId: string;
  registration: string | null;
  uploadUrl: string | null;
  heldBytes: number;
  /** Of the application as it was seen, for each step. */
  readonly seenEtags: Map<string, string>;
}

type Environment = Readonly<Record<string, string>>;

/** @param environment of the servers: which database, and where papers lie */
export function crashPointsSuite(
  folder: () => TestFolder,
  environment: () => Environment,
  points: readonly CrashPoint[] = crashPoints,
): void {
  it.each(points)('F3 F33 kill -9 at "%s" loses and doubles nothing', { timeout: 60_000 }, async (point) => {
    expect(await killedAt(point, folder(), environment())).toEqual({
      told: [
        ['incomplete', 1],
        ['submitted', 2],
        ['under_review', 3],
        ['returned', 4],
        ['submitted', 5],
      ],
      isWhole: true,
    });
  });
}

interface Outcome {
  /** Of the feed about this application: status and version, in order. */
  readonly told: readonly (readonly [string, number])[];
  /** The paper that the office shows has the bytes that were sent. */
  readonly isWhole: boolean;
}

async function killedAt(point: CrashPoint, folder: TestFolder, environment: Environment): Promise<Outcome> {
  const job: Job = {
    submission: testSubmission([testPaper('ktp', testFile(fileBytes))]),
    decisionIds: { review: uuidv7(), return: uuidv7() },
    revisionId: uuidv7(),
    registration: null,
    uploadUrl: null,
    heldBytes: 0,
    seenEtags: new Map(),
  };
  const crashing = await spawnServer(folder, { ...environment, CRASH_AT: point }, 'testing/crashing-server.ts');
  await expect(doJob(crashing.url, job, 'with damage on the way')).rejects.toThrow(TypeError);
  expect(await crashing.ended).toBe('SIGKILL');

  const restarted = await spawnServer(folder, environment);
  await doJob(restarted.url, job, 'undamaged');
  const outcome = await readOutcome(restarted.url, job);
  expect(await restarted.end('SIGTERM')).toBe(0);
  return outcome;
}

/** As a phone and an officer do it: the same requests each time, from wherever the office is. Rejects with TypeError when nobody answers. */
async function doJob(url: string, job: Job, way: 'with damage on the way' | 'undamaged'): Promise<void> {
  const phone = await testPhone(url);
  const [paper] = job.submission.papers;
  if (paper === undefined) throw new Error('No paper');
  const put = await phone.put(job.submission);
  expect(put.status).toBeOneOf(job.registration === null ? [200, 201] : [200]);
  const { registrationNumber } = ReceiptWire.parse(await put.json());
  expect(registrationNumber).toBe(job.registration ?? registrationNumber);
  job.registration = registrationNumber;
  const uploadUrl = await phone.announce(job.submission.id, paper);
  if (uploadUrl !== null) {
    expect(uploadUrl).toBe(job.uploadUrl ?? uploadUrl);
    job.uploadUrl = uploadUrl;
    await sendBytes(phone, job, uploadUrl, paper.file.bytes, way);
  }
  await decide(url, job, 'review');
  await decide(url, job, 'return');
  await revise(url, job);
}

async function sendBytes(
  phone: TestPhone,
  job: Job,
  uploadUrl: string,
  bytes: Uint8Array<ArrayBuffer>,
  way: 'with damage on the way' | 'undamaged',
): Promise<void> {
  const held = await phone.offset(uploadUrl);
  expect(held).toBeGreaterThanOrEqual(job.heldBytes);
  if (way === 'with damage on the way') {
    expect((await phone.patch(uploadUrl, 0, bytes.slice(0, halfBytes))).status).toBe(204);
    job.heldBytes = halfBytes;
    const damaged = bytes.slice(halfBytes).map((byte) => byte ^ 1);
    // From here on the office may find out, and go back to nothing.
    job.heldBytes = 0;
    expect((await phone.patch(uploadUrl, halfBytes, damaged)).ok).toBe(false);
    expect((await phone.patch(uploadUrl, 0, bytes)).status).toBe(204);
    return;
  }
  expect((await phone.patch(uploadUrl, held, bytes.slice(held))).status).toBe(held === fileBytes ? 409 : 204);
}

async function decide(url: string, job: Job, action: 'review' | 'return'): Promise<void> {
  const content = action === 'return' ? { action, reason: 'Buram', fields: ['/documents/ktp'] } : { action };
  await putChange(url, job, 'officer', `decisions/${job.decisionIds[action]}`, content);
}

async function revise(url: string, job: Job): Promise<void> {
  await putChange(url, job, 'siti', `revisions/${job.revisionId}`, job.submission.body);
}

/** Always with the ETag that was seen before it was asked first. */
async function putChange(url: string, job: Job, who: 'officer' | 'siti', step: string, content: object): Promise<void> {
  const authorization = await bearerOf(url, who);
  const address = `${url}${job.submission.path}`;
  const etag =
    job.seenEtags.get(step) ?? (await fetch(address, { headers: authorization })).headers.get('etag') ?? 'no ETag';
  job.seenEtags.set(step, etag);
  const answer = await fetch(`${address}/${step}`, {
    method: 'PUT',
    headers: { ...authorization, 'Content-Type': 'application/json', 'If-Match': etag },
    body: JSON.stringify(content),
  });
  expect(answer.status).toBeOneOf([200, 201]);
}

async function readOutcome(url: string, { submission }: Job): Promise<Outcome> {
  const changes = await (await testPhone(url)).changes();
  const [paper] = submission.papers;
  const headers = await bearerOf(url, 'officer');
  const content = await fetch(`${url}/v1/documents/${paper?.id ?? ''}/content`, { headers });
  const stored = createHash('sha256').update(new Uint8Array(await content.arrayBuffer()));
  return {
    told: changes
      .filter(({ applicationId }) => applicationId === submission.id)
      .map(({ status, version }) => [status, version]),
    isWhole: stored.digest('hex') === paper?.file.sha256,
  };
}
