import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { putRevision, putWithdrawal } from '#contract/routes/revisions.ts';
import { isStorableText } from '#domain/form/clean-text.ts';
import type { AppPorts } from '../app-ports.ts';
import { entryOfStored } from '../applications/index-applicant.ts';
import { etagOf, receiptOf } from '../applications/application-view.ts';
import { bodyHash, notCanonicalAt } from '../applications/body-hash.ts';
import { compareRevision } from '#domain/application/compare-revision.ts';
import { isApplicantOf } from '#domain/application/is-applicant.ts';
import { mayRevise, mayWithdraw } from '../applications/may-change.ts';
import { checkSubmission } from '../applications/check-submission.ts';
import { getPrincipal, type Principal, type RequestVariables } from '../auth/authenticator.ts';
import { problem } from '../http/problem.ts';
import type { StoredApplication } from '../stores/application-store.ts';
import type { Revised, StoredRevision, Withdrawn } from '../stores/revision-store.ts';
import { isSpent, ticketRefusal } from './by-ticket.ts';
import { refusal } from './submission-refusal.ts';

/** What an applicant changes of what the office has: the repaired form under its own number, and taking it back. */
export function addRevisionRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.openapi(putRevision, async (c) => {
    const { id, revId } = c.req.valid('param');
    const principal = getPrincipal(c);
    const submission = c.req.valid('json');
    // Who carries an application for somebody else carries it once: the same content is no repair of it.
    if ((principal.ticket?.only ?? null) !== null) return problem(c, 'not-allowed');
    const unfit = await ticketRefusal(c, principal, id, submission.device?.id);
    if (unfit === 'not-allowed') return problem(c, unfit);
    if (unfit === 'sign-in-needed') return problem(c, unfit);
    // Read before its application, which so is never older than it.
    const known = await ports.revisions.find(revId);
    const application = await ports.applications.find(id);
    if (application === undefined || !isApplicantOf(application, principal.accountId)) return problem(c, 'not-found');
    const hash = bodyHash(c.get('json'));
    if (hash === null) return notCanonical(c);

    // A repetition is answered before the rules and the seal are asked: both may have changed since it was accepted.
    if (known !== undefined) {
      const earlier = compareRevision(known, { applicationId: id, authorId: principal.accountId, bodyHash: hash });
      if (earlier === 'other-content') return problem(c, 'content-conflict');
      if (earlier === 'superseded') return problem(c, 'changed-since');
      return receipt(c, ports, { kind: 'replayed', application, revision: known }, 200);
    }
    const because = mayRevise(c.req.valid('header')['if-match'])(application);
    if (because !== null) return refused(c, because);
    if (await isSpent(ports, principal)) return problem(c, 'sign-in-needed');
    const opened = await ports.openSubmission(id, submission, c.get('json'));
    if (opened.kind === 'does-not-open')
      return problem(c, 'invalid-request', { errors: [{ pointer: '/sealed', code: 'doesNotOpen' }] });
    if (opened.kind !== 'open') return problem(c, opened.kind);
    const form = opened.submission;
    if (form.documents.some(({ size }) => size > ports.maxUploadBytes)) return problem(c, 'too-large');
    if (opened.sealedKey !== null && bodyHash(opened.json) === null) return notCanonical(c, opened.json);
    if (form.serviceId !== application.serviceId)
      return problem(c, 'invalid-request', { errors: [{ pointer: '/serviceId', code: 'otherService' }] });
    const { claim: _claim, onBehalfOf: _onBehalfOf, ...answers } = form;
    // Of whoever speaks for a resident it was asked when the application came; it is not asked again.
    const check = checkSubmission(ports.catalogue, answers, ['pemohon'], ports.nowMs());
    if (check.kind !== 'right') return refusal(c, check);
    const revised = await ports.revisions.revise(
      {
        id: revId,
        applicationId: id,
        authorId: principal.accountId,
        schemaVersion: form.schemaVersion,
        data: form.data,
        documents: opened.documents,
        capturedAtMs: Date.parse(form.capturedAt),
        bodyHash: hash,
        applicant: entryOfStored(ports.applicants, ports.catalogue, ports.regency, {
          ...application,
          schemaVersion: form.schemaVersion,
          data: form.data,
          receivedAtMs: ports.nowMs(),
        }),
        ...(opened.sealedKey === null ? {} : { sealedKey: opened.sealedKey }),
        ...sessionOf(ports, principal),
      },
      mayRevise(c.req.valid('header')['if-match']),
      ports.nowMs(),
    );
    switch (revised.kind) {
      case 'created':
        return receipt(c, ports, revised, 201);
      case 'replayed':
        return receipt(c, ports, revised, 200);
      case 'papers-differ':
        return problem(c, 'invalid-answers', {
          errors: revised.slots.map((slot) => ({ pointer: `/documents/${slot}`, code: 'documentNotAccepted' })),
        });
      case 'too-many':
        return problem(c, 'too-many-documents');
      case 'missing':
        return problem(c, 'not-found');
      case 'other-content':
        return problem(c, 'content-conflict');
      case 'refused':
        return refused(c, revised.because);
    }
  });

  app.openapi(putWithdrawal, async (c) => {
    const { id, withdrawalId } = c.req.valid('param');
    const principal = getPrincipal(c);
    const { reason = null } = c.req.valid('json');
    const application = await ports.applications.find(id);
    if (application === undefined || !isApplicantOf(application, principal.accountId)) return problem(c, 'not-found');
    const hash = bodyHash(c.get('json'));
    if (hash === null) return notCanonical(c);
    if (reason !== null && !isStorableText(reason))
      return problem(c, 'invalid-request', { errors: [{ pointer: '/reason', code: 'notText' }] });
    const withdrawn = await ports.revisions.withdraw(
      {
        id: withdrawalId,
        applicationId: id,
        accountId: principal.accountId,
        bodyHash: hash,
        reason,
        ...sessionOf(ports, principal),
      },
      mayWithdraw(c.req.valid('header')['if-match']),
      ports.nowMs(),
    );
    switch (withdrawn.kind) {
      case 'created':
        return receipt(c, ports, withdrawn, 201);
      case 'replayed':
        return receipt(c, ports, withdrawn, 200);
      case 'missing':
        return problem(c, 'not-found');
      case 'other-content':
        return problem(c, 'content-conflict');
      case 'refused':
        return refused(c, withdrawn.because);
    }
  });
}

type Taken = Extract<Revised | Withdrawn, { readonly kind: 'created' | 'replayed' }>;

/** By a ticket one learns that it was handed in, and not what the office has done with it since. */
function receipt<Status extends 200 | 201>(
  c: Context<RequestVariables>,
  { receipts }: AppPorts,
  taken: Taken,
  status: Status,
) {
  const revision = 'revision' in taken ? taken.revision : null;
  const told = getPrincipal(c).ticket === undefined ? taken.application : asHandedIn(taken.application, revision);
  const answer = receiptOf(told, receipts);
  if (revision?.state === 'waiting') answer.missingDocuments = [...revision.missing];
  return c.json(answer, status, { ETag: etagOf(told) });
}

function asHandedIn(application: StoredApplication, revision: StoredRevision | null): StoredApplication {
  if (revision === null || revision.state === 'waiting') return application;
  const version = revision.version ?? application.version;
  return { ...application, status: 'submitted', version, assignments: 0, dueOn: null };
}

function refused(c: Context, because: 'precondition-required' | 'changed-since' | 'transition-not-allowed') {
  switch (because) {
    case 'precondition-required':
      return problem(c, because);
    case 'changed-since':
      return problem(c, because);
    case 'transition-not-allowed':
      return problem(c, because);
  }
}

function notCanonical(c: Context<RequestVariables>, json: unknown = c.get('json')) {
  return problem(c, 'invalid-request', { errors: [{ pointer: notCanonicalAt(json), code: 'notCanonical' }] });
}

function sessionOf({ issuer }: AppPorts, { sessionId }: Principal): { readonly sessionId?: string } {
  return issuer === null ? {} : { sessionId };
}
