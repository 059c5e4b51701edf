import type { MiddlewareHandler } from 'hono';
import type { RequestVariables } from '../auth/authenticator.ts';
import type { BackendKeys } from './backend-keys.ts';

export interface OpenedGateway {
  readonly handle: MiddlewareHandler<RequestVariables>;
  /** What the backend checks our tokens with. */
  readonly keySet: BackendKeys['published'];
}
