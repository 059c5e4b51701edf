import type { Role } from '../auth/authenticator.ts';

/** What somebody is to the thing that an address names. */
export type Relation =
  | 'own'
  /** An official, and it is complete and of an office that they work for. */
  | 'office'
  | 'other'
  /** Nobody has it. */
  | 'unknown';

/** `hidden` is 404 and word for word what an id that nobody has gets, `refused` is 403. */
export type Standing = 'allowed' | 'hidden' | 'refused';

export interface RoutePolicy {
  /** Who gets as far as the thing itself. Everybody else: 401 without a session, 403 with one. */
  readonly callers: 'everybody' | 'signed-in' | readonly Role[];
  /** Also by the upload ticket of a phone on which nobody is signed in; every other route refuses it. */
  readonly byTicket?: true;
  /** What the address names, and what somebody then is told. Null: it names nothing of anybody's. */
  readonly names: { readonly what: NamedThing; readonly standing: Readonly<Record<Relation, Standing>> } | null;
}

export type NamedThing = 'application' | 'document' | 'upload' | 'session' | 'device';

const heads: readonly Role[] = ['penandatangan', 'admin'];
const everybody: RoutePolicy = { callers: 'everybody', names: null };
const applicants: readonly Role[] = ['pemohon', 'pendamping'];
const officials: readonly Role[] = ['verifikator', 'penandatangan'];

/** Made under an id of the client's own; somebody else's is to them as if it were not there. */
const creation = { own: 'allowed', office: 'hidden', other: 'hidden', unknown: 'allowed' } as const;
const ownOnly = { own: 'allowed', office: 'hidden', other: 'hidden', unknown: 'hidden' } as const;
const ownAndOffice = { own: 'allowed', office: 'allowed', other: 'hidden', unknown: 'hidden' } as const;

/**
 * Who may do what, said once more and apart from the code that does it: `npm run authz:matrix` holds every route of a
 * running server against it, for every role and everybody's things. A route that is not in here fails the test.
 */
export const routePolicies: Readonly<Record<string, RoutePolicy>> = {
  'GET /.well-known/public-service-sync': everybody,
  'GET /v1/receipt-keys': everybody,
  'POST /v1/status-lookups': everybody,
  'GET /v1/services': everybody,
  'GET /v1/services/:id': everybody,
  'GET /v1/services/:id/schema': everybody,
  'GET /health/live': everybody,
  'GET /health/ready': everybody,
  'GET /schemas/service-definition.json': everybody,
  'GET /openapi.json': everybody,
  'GET /.well-known/jwks.json': everybody,
  'GET /server-page.css': everybody,
  'GET /v1/map-tiles/:z/:x/:y': everybody,
  'GET /*': everybody,
  'POST /share': everybody,
  'GET /v1/open-data/services.json': everybody,
  'GET /v1/open-data/services.csv': everybody,
  'POST /v1/auth/otp': everybody,
  'POST /v1/auth/token': everybody,
  'POST /v1/auth/revoke': everybody,
  'GET /v1/auth/oidc': everybody,
  'GET /v1/auth/oidc/callback': everybody,
  'GET /v1/auth/oidc/sign-out': everybody,
  'OPTIONS /v1/uploads/:upload': everybody,

  'GET /v1/me': { callers: 'signed-in', names: null },
  'GET /v1/me/sessions': { callers: 'signed-in', names: null },
  'DELETE /v1/me/sessions': { callers: 'signed-in', names: null },
  // Who works for an office comes in by its provider, and never by a number.
  'PUT /v1/me/phone': { callers: ['pemohon'], names: null },
  // A phone may be used by several accounts: what each reports of it is their own, and its id is known to it alone.
  'PUT /v1/me/devices/:id': { callers: 'signed-in', names: null },
  'PUT /v1/me/devices/:id/orders/:orderId': { callers: 'signed-in', names: { what: 'device', standing: ownOnly } },
  'PUT /v1/me/devices/:id/lock-shares/:shareId': { callers: 'signed-in', names: null },
  'PUT /v1/me/devices/:id/lock-shares/:shareId/tries/:tryId': { callers: 'signed-in', names: null },
  'DELETE /v1/me/devices/:id/lock-shares/:shareId': { callers: 'signed-in', names: null },
  'PUT /v1/me/devices/:id/lock-recoveries/:recoveryId': { callers: 'signed-in', names: null },
  'GET /v1/me/devices/:id/lock-recoveries/:recoveryId': { callers: 'signed-in', names: null },
  'DELETE /v1/me/devices/:id/lock-recoveries/:recoveryId': { callers: 'signed-in', names: null },
  'GET /v1/devices/:id/orders': everybody,
  'PUT /v1/devices/:id/orders/:orderId/receipt': everybody,
  'PUT /v1/me/upload-ticket': { callers: applicants, names: null },
  // Of a phone's own making, and each names only what its account has: see push-routes.test.ts.
  'PUT /v1/push-subscriptions/:id': { callers: applicants, names: null },
  'DELETE /v1/push-subscriptions/:id': { callers: applicants, names: null },
  'GET /v1/me/notices': { callers: ['pemohon'], names: null },
  'PUT /v1/me/notices': { callers: ['pemohon'], names: null },
  'PUT /v1/me/erasure': { callers: applicants, names: null },
  'DELETE /v1/me/sessions/:id': { callers: 'signed-in', names: { what: 'session', standing: ownOnly } },
  // Numbers of their own posts, in which nobody is named.
  'GET /v1/statistics': { callers: heads, names: null },
  'GET /v1/statistics/export': { callers: heads, names: null },
  'GET /v1/changes': { callers: 'signed-in', names: null },

  'PUT /v1/applications/:id': {
    callers: applicants,
    byTicket: true,
    names: { what: 'application', standing: creation },
  },
  'GET /v1/applications/:id': { callers: 'signed-in', names: { what: 'application', standing: ownAndOffice } },
  'GET /v1/claims': { callers: applicants, names: null },
  'PUT /v1/applications/:id/claim': {
    callers: applicants,
    // It is offered to a number, and nobody who has it already claims it.
    names: { what: 'application', standing: { own: 'hidden', office: 'hidden', other: 'hidden', unknown: 'hidden' } },
  },
  'PUT /v1/applications/:id/revisions/:revId': {
    callers: applicants,
    byTicket: true,
    names: { what: 'application', standing: ownOnly },
  },
  'PUT /v1/applications/:id/withdrawals/:withdrawalId': {
    callers: applicants,
    names: { what: 'application', standing: ownOnly },
  },
  'PUT /v1/applications/:id/results/:resultId': {
    callers: officials,
    names: { what: 'application', standing: { own: 'refused', office: 'allowed', other: 'hidden', unknown: 'hidden' } },
  },
  // The papers of the matrix are applicants': no office has given them.
  'GET /v1/results/:id/content': {
    callers: 'signed-in',
    names: { what: 'document', standing: { own: 'hidden', office: 'hidden', other: 'hidden', unknown: 'hidden' } },
  },
  'GET /v1/issued': everybody,
  'PUT /v1/applications/:id/survey/:surveyId': {
    callers: applicants,
    names: { what: 'application', standing: ownOnly },
  },
  'GET /v1/queue': { callers: officials, names: null },
  'GET /v1/queue/counts': { callers: officials, names: null },
  'POST /v1/queue/searches': { callers: officials, names: null },
  'PUT /v1/applications/:id/assignment': {
    callers: officials,
    names: { what: 'application', standing: { own: 'refused', office: 'allowed', other: 'hidden', unknown: 'hidden' } },
  },
  'POST /v1/applications/:id/reveals': {
    callers: officials,
    // Of their own they read every number anyway.
    names: { what: 'application', standing: { own: 'refused', office: 'allowed', other: 'hidden', unknown: 'hidden' } },
  },
  'PUT /v1/applications/:id/decisions/:decId': {
    callers: officials,
    // Nobody decides on what they have applied for themselves.
    names: { what: 'application', standing: { own: 'refused', office: 'allowed', other: 'hidden', unknown: 'hidden' } },
  },

  'PUT /v1/documents/:id': { callers: applicants, byTicket: true, names: { what: 'document', standing: creation } },
  'GET /v1/documents/:id/content': { callers: 'signed-in', names: { what: 'document', standing: ownAndOffice } },
  'GET /v1/uploads/:upload': { callers: 'signed-in', byTicket: true, names: { what: 'upload', standing: ownOnly } },
  'PATCH /v1/uploads/:upload': { callers: 'signed-in', byTicket: true, names: { what: 'upload', standing: ownOnly } },
  'POST /v1/uploads/:upload': { callers: 'signed-in', byTicket: true, names: { what: 'upload', standing: ownOnly } },
};
