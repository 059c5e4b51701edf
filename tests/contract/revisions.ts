import { v7 as uuidv7 } from 'uuid';
import type { Answer, ApiClient } from './api-client.ts';
import type { PlannedApplication } from './applications.ts';
import type { CheckContext } from './check.ts';
import { decide, planDecision, readEtag } from './decisions.ts';
import { expectStatus } from './expect.ts';
import type { Target } from './target.ts';
import { deliverApplication } from './uploads.ts';

export const returnReason = 'KANARI: mohon diperbaiki.';

/** What an applicant asks of an application that the office has. */
export interface PlannedChange {
  readonly path: string;
  readonly content: unknown;
}

/** The other answers, and every paper as it is. */
export function planRevision(
  { path, body }: PlannedApplication,
  target: Target,
  documents: PlannedApplication['body']['documents'] = body.documents,
): PlannedChange {
  const capturedAt = new Date().toISOString();
  return {
    path: `${path}/revisions/${uuidv7()}`,
    content: { ...body, documents, data: target.otherAnswers, capturedAt },
  };
}

export function planWithdrawal({ path }: PlannedApplication): PlannedChange {
  return { path: `${path}/withdrawals/${uuidv7()}`, content: { reason: 'KANARI' } };
}

/** `etag` null sends no If-Match. */
export async function change(
  client: ApiClient,
  { path, content }: PlannedChange,
  etag: string | null,
): Promise<Answer> {
  return client.put(path, content, etag === null ? {} : { 'if-match': etag });
}

/** One with all its papers that an official has given back, with its first paper marked; and its ETag. */
export async function returnApplication({ citizenA, officer, target }: CheckContext) {
  const { application } = await deliverApplication(citizenA, target);
  const fields = application.documents.slice(0, 1).map(({ slot }) => `/documents/${slot}`);
  const giveBack = planDecision(application.path, { action: 'return', reason: returnReason, fields });
  expectStatus(await decide(officer, giveBack, await readEtag(officer, application.path)), 201);
  return { application, fields, etag: await readEtag(citizenA, application.path) };
}
