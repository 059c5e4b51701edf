import { createRoute } from '@hono/zod-openapi';
import { anyTrouble, forEverybody, jsonAnswer } from '../responses.ts';
import { basePath, ReceiptKeySet } from '../schemas.ts';

export const getReceiptKeys = createRoute({
  method: 'get',
  path: `${basePath}/receipt-keys`,
  operationId: 'getReceiptKeys',
  summary: 'The public keys that signed receipts are checked with',
  description:
    "A receipt's `signed` is a compact JWS. Its claims: `iss` (the office), `jti` (id of the application), `no` " +
    '(registration number), `svc` (service), `iat` (time of receipt), `sha256` (of the RFC 8785 form of the body, base64url).',
  ...forEverybody,
  responses: { 200: jsonAnswer('A JWK set, cacheable.', ReceiptKeySet), ...anyTrouble },
});
