import * as oauth from 'oauth4webapi';
import { isLoopback } from './is-loopback.ts';

/** The library marks this way as deprecated so that it stands out: it is for a provider of this machine only. */
export function plainHttpFor(issuer: URL) {
  return { [oauth.allowInsecureRequests]: isLoopback(issuer) };
}
