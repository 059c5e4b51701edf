/** Signing in at the reference issuer. Every other part of the contract works with any issuer. */
import { z } from '@hono/zod-openapi';
import { Id } from './schemas.ts';

const PhoneText = z.string().min(1).max(40).openapi({
  description: 'An Indonesian mobile number in any usual writing; the issuer reads it as E.164.',
  example: '0812-3456-7890',
});
const Code = z.string().regex(/^\d{6}$/);
const RequestId = z.string().regex(/^[\w-]{1,100}$/);

export const CodeRequest = z
  .object({
    phone: PhoneText,
    /** A code to sign in with changes no number, and the other way round. */
    purpose: z.enum(['sign-in', 'change-number']).default('sign-in'),
    /** Which phone asks, for limits only. */
    device: Id.optional(),
  })
  .openapi('CodeRequest');
/** The same for every number, whether or not somebody has an account with it. */
export const CodeTicket = z
  .looseObject({
    requestId: RequestId,
    /** Seconds. */
    expiresIn: z.int().positive(),
    /** Seconds until another code may be asked for. */
    resendIn: z.int().nonnegative(),
  })
  .openapi('CodeTicket');

export const grantTypes = {
  code: 'urn:ajukan:params:oauth:grant-type:one-time-code',
  demo: 'urn:ajukan:params:oauth:grant-type:demo',
} as const;
export const TokenRequest = z
  .discriminatedUnion('grant_type', [
    z.object({ grant_type: z.literal(grantTypes.code), request_id: RequestId, phone: PhoneText, code: Code }),
    /** RFC 6749 section 6. */
    z.object({ grant_type: z.literal('refresh_token'), refresh_token: z.string().min(1).max(500) }),
    /** The operator's own accounts: the login and the code printed on the operator's console. */
    z.object({
      grant_type: z.literal(grantTypes.demo),
      login: z.string().min(1).max(100),
      code: z.string().min(1).max(100),
    }),
  ])
  .openapi('TokenRequest');
/** What a browser gets: the session is in a cookie that no script can read. */
export const CookieGrant = z
  .looseObject({ token_type: z.literal('Cookie'), expires_in: z.int().positive() })
  .openapi('CookieGrant');

export const SessionView = z
  .looseObject({
    id: z.string(),
    /** "Chrome, Android"; empty when unknown. */
    device: z.string(),
    /** The phone, once it has reported from this session; see PUT /me/devices/{id}. */
    deviceId: Id.optional(),
    /** The session of this request. */
    current: z.boolean(),
    /** Signed in later than the session of this request, and not long ago: worth a look. */
    isNew: z.boolean(),
    /** Nobody is signed in there any more: it may only hand in what waits on it, by its upload ticket. */
    sendsOnly: z.boolean().optional(),
    createdAt: z.iso.datetime({ offset: true }),
    /** Within an hour. */
    lastSeenAt: z.iso.datetime({ offset: true }),
  })
  .openapi('Session');
export const LostPhoneView = z
  .looseObject({
    deviceId: Id,
    /** "Chrome, Android"; empty when unknown. */
    device: z.string(),
    orderedAt: z.iso.datetime({ offset: true }),
    /** When it has said that it is emptied; missing until then. */
    doneAt: z.iso.datetime({ offset: true }).optional(),
  })
  .openapi('LostPhone');
export const SessionList = z
  .object({
    items: z.array(SessionView),
    /** Phones that were ordered to delete what is this account's; see PUT /me/devices/{id}/orders/{orderId}. */
    lost: z.array(LostPhoneView).optional(),
  })
  .openapi('SessionList');

export const NumberProof = z.object({ requestId: RequestId, code: Code }).openapi('NumberProof');
export const NumberChangeRequest = z
  .object({
    phone: PhoneText,
    /** Of the code that was sent to the new number. */
    proof: NumberProof,
    /** Of the code that was sent to the old number; not needed within ten minutes of signing in. */
    oldProof: NumberProof.optional(),
  })
  .openapi('NumberChangeRequest');

/** RFC 6749 section 5.1. */
export const TokenResponse = z
  .looseObject({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int().positive(),
    refresh_token: z.string().optional(),
  })
  .openapi('TokenResponse');
export const RevocationRequest = z.object({ token: z.string().min(1).max(500) }).openapi('RevocationRequest');
export const UploadTicketRequest = z
  .object({
    /** The phone's own id, as in the `device` of what it hands in. */
    device: Id,
  })
  .openapi('UploadTicketRequest');
export const UploadTicketGrant = z
  .looseObject({
    /** A bearer token (RFC 6750) for handing in, and for nothing else. */
    ticket: z.string().min(20).max(500),
    accountId: z.string(),
    /** Seconds. */
    expiresIn: z.int().positive(),
  })
  .openapi('UploadTicket');
