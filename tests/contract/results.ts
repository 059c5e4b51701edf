import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { type ResultBody, ResultTicket } from '#contract/result-schemas.ts';
import type { DecisionRequest } from '#contract/schemas.ts';
import type { Answer, ApiClient } from './api-client.ts';
import { readApplication } from './applications.ts';
import type { CheckContext } from './check.ts';
import { decide, planDecision, readEtag } from './decisions.ts';
import { expectStatus, fail } from './expect.ts';
import { read } from './read.ts';
import { sampleFile } from './sample/sample-file.ts';
import { deliverApplication, patch } from './uploads.ts';
import { waitUntil } from './wait-until.ts';

export interface PlannedResult {
  readonly id: string;
  readonly path: string;
  readonly content: z.input<typeof ResultBody>;
}

export interface PlannedFile extends PlannedResult {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

type Action = z.output<typeof DecisionRequest>['action'];

/** Decisions one after the other, each on what is there then. */
export async function decideAll(officer: ApiClient, path: string, ...actions: readonly Action[]): Promise<void> {
  for (const action of actions) {
    const content = action === 'reject' ? { action, reason: 'KANARI' } : { action };
    expectStatus(await decide(officer, planDecision(path, content), await readEtag(officer, path)), 201);
  }
}

/** One with all its papers that the office is making; or that went on from there. */
export async function beingMade({ citizenA, officer, target }: CheckContext, ...more: readonly Action[]) {
  const { application } = await deliverApplication(citizenA, target);
  await decideAll(officer, application.path, 'review', 'process', ...more);
  return application;
}

/** A number that no other run has given. */
export function newNumber(): string {
  return `KANARI/${uuidv7()}`;
}

export function planPickup(applicationPath: string, more: { title?: string; number?: string } = {}) {
  const id = uuidv7();
  const pickup = { place: 'KANARI loket 1', from: '2030-01-02', bring: 'KTP asli' };
  const content = { kind: 'pickup' as const, title: 'KANARI surat', pickup, ...more };
  return { id, path: `${applicationPath}/results/${id}`, content };
}

export function planFile(applicationPath: string, more: { number?: string } = {}): PlannedFile {
  const id = uuidv7();
  const bytes = sampleFile('application/pdf', 4096);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { kind: 'file' as const, mediaType: 'application/pdf' as const, size: bytes.length, sha256 };
  return {
    id,
    path: `${applicationPath}/results/${id}`,
    content: { ...file, title: 'KANARI surat', ...more },
    bytes,
    sha256,
  };
}

/** `etag` null sends no If-Match. */
export async function give(client: ApiClient, { path, content }: PlannedResult, etag: string | null): Promise<Answer> {
  return client.put(path, content, etag === null ? {} : { 'if-match': etag });
}

/** On what is there now; it has to be taken. */
export async function giveNow(officer: ApiClient, result: PlannedResult): Promise<Answer> {
  const etag = await readEtag(officer, result.path.replace(/\/results\/.*$/, ''));
  const answer = await give(officer, result, etag);
  expectStatus(answer, 201);
  return answer;
}

/** Sends bytes to where the announcement says. */
export async function sendResult(
  officer: ApiClient,
  announced: Answer,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Answer> {
  const { uploadUrl } = read(ResultTicket, announced);
  const address = uploadUrl ?? fail(`${announced.exchange}: no uploadUrl for bytes that are still missing`);
  return patch(officer, new URL(address, officer.addressOf('/')).href, 0, bytes);
}

/** Gives a file with all its bytes. */
export async function giveFile(officer: ApiClient, file: PlannedFile): Promise<void> {
  expectStatus(await sendResult(officer, await giveNow(officer, file), file.bytes), 204);
}

/** A backend may look for viruses first, so the applicant may be told a little later. */
export async function waitForResult(client: ApiClient, applicationPath: string, id: string) {
  const found = await waitUntil(async () => {
    const { answer, view } = await readApplication(client, applicationPath);
    const result = view.results?.find((one) => one.id === id);
    return result === undefined ? undefined : { answer, view, result };
  }, client.patienceMs);
  return found ?? fail(`the applicant of ${applicationPath} is not told of the result ${id}`);
}
