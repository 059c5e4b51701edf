import { z } from 'zod';
import { PostWire, Role } from '#contract/schemas.ts';

/** RFC 9068, section 2.1: an ID token of the same issuer is none. */
export const tokenType = 'at+jwt';
/** Of who comes by an upload ticket: nothing may be read with it. */
export const handInScope = 'hand-in';
/** Where a gateway publishes the keys that its tokens are checked with, RFC 7517. */
export const keySetPath = '/.well-known/jwks.json';

/** What a gateway says of somebody, beside the members that RFC 9068 names. */
export const TokenClaims = z.object({
  sub: z.string().min(1).max(200),
  sid: z.string().min(1).max(200),
  name: z.string().max(300),
  roles: z.array(Role).max(10),
  posts: z.array(PostWire).max(100),
  /** OpenID Connect Core 1.0, section 5.1: E.164. */
  phone_number: z.string().optional(),
  scope: z.string().optional(),
});
