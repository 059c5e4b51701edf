/** What the office makes of a repair: once, and only of the version that its person saw. */
import type { HttpAnswer, HttpRequest } from '#api/http-client.ts';
import type { Dies } from './model-office.ts';
import { isSubmission, json, problem } from './office-answers.ts';
import type { OfficeApplication, OfficeDisk } from './office-records.ts';
import { PhantomBytes } from './phantom-bytes.ts';

/** One that was taken, and the version that it took the place of. */
export interface TakenRevision {
  readonly id: string;
  readonly applicationId: string;
  readonly over: number;
}

export interface RevisionHands {
  readonly disk: OfficeDisk;
  readonly change: (application: OfficeApplication, nowMs: number) => void;
  readonly receiptOf: (application: OfficeApplication) => object;
  readonly taken: TakenRevision[];
}

const target = /^\/v1\/applications\/([^/]+)\/revisions\/([^/]+)$/;

/** Undefined: it is no revision. */
export function revise(
  { disk, change, receiptOf, taken }: RevisionHands,
  request: HttpRequest,
  accountId: string,
  nowMs: number,
  dies: Dies,
): HttpAnswer | null | undefined {
  const [, applicationId, id] = target.exec(request.target) ?? [];
  if (applicationId === undefined || id === undefined) return undefined;
  const { body, headers } = request;
  if (!(body instanceof PhantomBytes) || !isSubmission(body.content)) return problem(422);
  if (body.isSpoilt) return problem(400);
  const application = disk.applications.get(applicationId);
  if (application?.ownerId !== accountId) return problem(404);
  // A repetition is answered before the version is looked at.
  const known = disk.revisions.get(id);
  if (known !== undefined) return known === body.source ? json(200, receiptOf(application)) : problem(409);
  const seen = headers?.['If-Match'];
  if (seen !== '*' && seen !== `"${String(application.version)}"`) return problem(412);
  if (application.status !== 'returned') return problem(409);
  if (dies('app.commit')) return null;
  disk.revisions.set(id, body.source);
  taken.push({ id, applicationId, over: application.version });
  const revised: OfficeApplication = { ...application, status: 'submitted', version: application.version + 1 };
  change(revised, nowMs);
  return json(201, receiptOf(revised));
}
