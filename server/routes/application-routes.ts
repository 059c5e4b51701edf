import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { getApplication, getChanges, putApplication } from '#contract/routes/applications.ts';
import { isApplicantOf } from '#domain/application/is-applicant.ts';
import { officeOf } from '#domain/office/office.ts';
import type { ApplicationSubmission } from '#contract/submission-schemas.ts';
import type { AppPorts } from '../app-ports.ts';
import { etagOf, receiptOf, shortViewOf, viewOf } from '../applications/application-view.ts';
import { asShown } from '../applications/as-shown.ts';
import { asTold, signerFor } from '../applications/as-told.ts';
import { bodyHash, notCanonicalAt } from '../applications/body-hash.ts';
import { checkSubmission } from '../applications/check-submission.ts';
import { maySee } from '../applications/may-see.ts';
import { getPrincipal, type Principal, type RequestVariables } from '../auth/authenticator.ts';
import { namesEtag } from '../http/conditional.ts';
import { lessPreferred, prefersLess } from '../http/preference.ts';
import { noteLook } from '../http/audit.ts';
import { problem } from '../http/problem.ts';
import type { NewApplication, StoredApplication } from '../stores/application-store.ts';
import { deskPart } from './desk-part.ts';
import { isSpent, ticketRefusal } from './by-ticket.ts';
import { refusal } from './submission-refusal.ts';

export function addApplicationRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.openapi(putApplication, async (c) => {
    const { id } = c.req.valid('param');
    const principal = getPrincipal(c);
    const { accountId, sessionId } = principal;
    const submission = c.req.valid('json');
    const unfit = await ticketRefusal(c, principal, id, submission.device?.id);
    if (unfit === 'not-allowed') return problem(c, unfit);
    if (unfit === 'sign-in-needed') return problem(c, unfit);
    const hash = bodyHash(c.get('json'));
    const nowMs = ports.nowMs();
    if (hash === null) return notCanonical(c, ports, submission, nowMs);

    // A repetition is answered before the rules are asked: they may have changed since it was accepted.
    const known = await ports.applications.find(id);
    if (known !== undefined) {
      if (known.ownerId !== accountId) return problem(c, 'not-found');
      if (known.bodyHash !== hash) return problem(c, 'content-conflict');
      return receipt(c, ports, known, 200);
    }
    if (await isSpent(ports, principal)) return problem(c, 'sign-in-needed');
    const opened = await ports.openSubmission(id, submission, c.get('json'));
    if (opened.kind === 'does-not-open')
      return problem(c, 'invalid-request', { errors: [{ pointer: '/sealed', code: 'doesNotOpen' }] });
    if (opened.kind !== 'open') return problem(c, opened.kind);
    const form = opened.submission;
    if (form.documents.some(({ size }) => size > ports.maxUploadBytes)) return problem(c, 'too-large');
    // What came sealed has its own text inside.
    if (opened.sealedKey !== null && bodyHash(opened.json) === null)
      return notCanonical(c, ports, form, nowMs, opened.json);

    const check = checkSubmission(ports.catalogue, form, principal.roles, nowMs);
    if (check.kind !== 'right') return refusal(c, check);
    const office = officeOf(check.definition, form.data, ports.regency);
    const resident = onBehalfOf(form.onBehalfOf, principal);
    const submitted = await ports.applications.submit(
      {
        id,
        ownerId: accountId,
        serviceId: form.serviceId,
        schemaVersion: form.schemaVersion,
        data: form.data,
        office,
        workingDays: check.definition.standard.workingDays,
        applicant: ports.applicants.entryOf(check.definition, { data: form.data, office, ...resident }),
        documents: opened.documents,
        device: form.device ?? null,
        capturedAtMs: Date.parse(form.capturedAt),
        bodyHash: hash,
        ...(ports.issuer === null ? {} : { sessionId }),
        ...(opened.sealedKey === null ? {} : { sealedKey: opened.sealedKey }),
        ...claimOf(id, form.claim, principal, ports),
        ...resident,
      },
      nowMs,
    );
    switch (submitted.kind) {
      case 'created':
        return receipt(c, ports, submitted.application, 201);
      case 'replayed':
        return receipt(c, ports, submitted.application, 200);
      case 'other-content':
        return problem(c, 'content-conflict');
      case 'foreign':
        return problem(c, 'not-found');
      case 'erased':
        return problem(c, 'erased');
      case 'papers-differ':
        return problem(c, 'invalid-answers', {
          errors: submitted.slots.map((slot) => ({ pointer: `/documents/${slot}`, code: 'documentNotAccepted' })),
        });
    }
  });

  app.openapi(getApplication, async (c) => {
    const application = await ports.applications.find(c.req.valid('param').id);
    if (application === undefined || !maySee(getPrincipal(c), application)) return problem(c, 'not-found');
    noteLook(c, 'application-read', application);
    const principal = getPrincipal(c);
    const desk = await deskPart(ports, principal, application);
    const inShort = prefersLess(c.req.header('prefer')) && application.status !== 'returned';
    const etag = etagOf(application, desk.duplicates, inShort);
    if (namesEtag(c.req.header('if-none-match'), etag))
      return new Response(null, { status: 304, headers: { ETag: etag } });
    const secret = isApplicantOf(application, principal.accountId)
      ? { lookupSecret: ports.lookupSecrets.of(application.id) }
      : {};
    const headers = { ETag: etag, Vary: 'Prefer' };
    if (inShort) {
      const short = { ...shortViewOf(application), ...secret, ...desk };
      return c.json(short, 200, { ...headers, 'Preference-Applied': lessPreferred });
    }
    const shown = asShown(principal, application, ports.catalogue);
    return c.json({ ...viewOf(shown, ports.receipts), ...secret, ...desk }, 200, headers);
  });

  app.openapi(getChanges, async (c) => {
    const { after = null, limit } = c.req.valid('query');
    const read = await ports.changes.read(getPrincipal(c).accountId, after, limit);
    if (read.kind === 'unknown-cursor') return problem(c, 'unknown-cursor');
    return c.json(
      {
        items: read.items.map(({ atMs, ...item }) => ({
          ...item,
          kind: 'application' as const,
          at: new Date(atMs).toISOString(),
        })),
        next: read.next,
        more: read.more,
      },
      200,
    );
  });
}

/** A field officer names whom it is for; anybody else would send a message to a stranger's number. */
function claimOf(
  id: string,
  claimant: z.output<typeof ApplicationSubmission>['claim'],
  { roles }: Principal,
  { claims }: AppPorts,
): Pick<NewApplication, 'claim'> {
  if (claimant === undefined || !roles.includes('pendamping')) return {};
  return { claim: claims.macsOf(id, claimant) };
}

/** Whom it is for, and who put it in: by the name that the account has now. */
function onBehalfOf(
  resident: z.output<typeof ApplicationSubmission>['onBehalfOf'],
  { accountId, name }: Principal,
): Pick<NewApplication, 'onBehalfOf'> {
  return resident === undefined ? {} : { onBehalfOf: { ...resident, submittedBy: { accountId, name } } };
}

function receipt<Status extends 200 | 201>(
  c: Context<RequestVariables>,
  ports: AppPorts,
  application: StoredApplication,
  status: Status,
) {
  const principal = getPrincipal(c);
  const told = asTold(principal, application);
  return c.json(receiptOf(told, signerFor(principal, ports.receipts)), status, { ETag: etagOf(told) });
}

/** Half a character has no canonical form, and nothing was ever kept under such a hash: the rules name the answer. */
function notCanonical(
  c: Context<RequestVariables>,
  ports: AppPorts,
  { data, sealed: _sealed, ...rest }: z.output<typeof ApplicationSubmission>,
  nowMs: number,
  json: unknown = c.get('json'),
) {
  const { roles } = getPrincipal(c);
  const check = data === undefined ? null : checkSubmission(ports.catalogue, { ...rest, data }, roles, nowMs);
  if (check !== null && check.kind !== 'right') return refusal(c, check);
  return problem(c, 'invalid-request', { errors: [{ pointer: notCanonicalAt(json), code: 'notCanonical' }] });
}
