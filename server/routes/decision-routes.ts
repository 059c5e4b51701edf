import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { putDecision } from '#contract/routes/applications.ts';
import type { DecisionRequest } from '#contract/schemas.ts';
import { isStorableText } from '#domain/form/clean-text.ts';
import { reasonsFor } from '#domain/office/reason-code.ts';
import type { AppPorts } from '../app-ports.ts';
import { etagOf, receiptOf } from '../applications/application-view.ts';
import { bodyHash, notCanonicalAt } from '../applications/body-hash.ts';
import { mayDecide, maySee } from '../applications/may-see.ts';
import { heldBack } from '../applications/official-turn.ts';
import { needsReason, statusAfter } from '../applications/transitions.ts';
import { getPrincipal, type Principal, type RequestVariables } from '../auth/authenticator.ts';
import { namesState } from '../http/conditional.ts';
import { problem } from '../http/problem.ts';
import type { StoredApplication, Verdict } from '../stores/application-store.ts';
import { officialRefusal } from './official-refusal.ts';

export function addDecisionRoutes(app: OpenAPIHono<RequestVariables>, ports: AppPorts): void {
  app.openapi(putDecision, async (c) => {
    const { id, decId } = c.req.valid('param');
    const { action, reason = null, reasonCode, fields = [] } = c.req.valid('json');
    const hash = bodyHash(c.get('json'));
    if (hash === null)
      return problem(c, 'invalid-request', {
        errors: [{ pointer: notCanonicalAt(c.get('json')), code: 'notCanonical' }],
      });
    if (needsReason(action) && (reason ?? '').trim() === '') {
      return problem(c, 'invalid-request', { errors: [{ pointer: '/reason', code: 'required' }] });
    }
    if (reason !== null && !isStorableText(reason)) {
      return problem(c, 'invalid-request', { errors: [{ pointer: '/reason', code: 'notText' }] });
    }
    if (reasonCode !== undefined && !reasonsFor(action).includes(reasonCode)) {
      return problem(c, 'invalid-request', { errors: [{ pointer: '/reasonCode', code: 'notOfAction' }] });
    }
    const principal = getPrincipal(c);
    // Asked first, and once: an application never leaves its office, and never becomes incomplete again.
    const application = await ports.applications.find(id);
    if (application === undefined || !maySee(principal, application)) return problem(c, 'not-found');
    if (!mayDecide(principal, application)) return problem(c, 'not-allowed');
    const ifMatch = c.req.valid('header')['if-match'];
    const decided = await ports.applications.decide(
      {
        ...{ id: decId, applicationId: id, officerId: principal.accountId, action, reason, fields, bodyHash: hash },
        ...(reasonCode === undefined ? {} : { reasonCode }),
      },
      (current) => judge(current, namesState(ifMatch, etagOf(current)), action, principal),
      ports.nowMs(),
    );
    switch (decided.kind) {
      case 'created':
        return c.json(receiptOf(decided.application, ports.receipts), 201, { ETag: etagOf(decided.application) });
      case 'replayed':
        return c.json(receiptOf(decided.application, ports.receipts), 200, { ETag: etagOf(decided.application) });
      case 'missing':
        return problem(c, 'not-found');
      case 'other-content':
        return problem(c, 'content-conflict');
      case 'refused':
        return officialRefusal(c, decided.because, ifMatch);
    }
  });
}

function judge(
  current: StoredApplication,
  isSeen: boolean,
  action: z.output<typeof DecisionRequest>['action'],
  principal: Principal,
): Verdict {
  const because = heldBack(current, isSeen, principal);
  return because === null ? statusAfter(action, current.status, principal.roles) : { kind: 'refuse', because };
}
