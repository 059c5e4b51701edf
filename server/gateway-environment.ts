import { isLoopback } from './oidc/is-loopback.ts';
import { StartProblem } from './start-problem.ts';

/** Reads a variable; undefined where it is not set, or blank. */
type Read = (name: string) => string | undefined;

export interface GatewayEnvironment {
  /** Origin of the backend that keeps the applications; null: they are kept here. */
  readonly backendUrl: string | null;
  /** Origin of the gateway whose tokens are taken in place of sessions of our own; null: people sign in here. */
  readonly trustedIssuer: string | null;
}

/** Whether somebody else keeps the applications, or says who people are. Throws StartProblem. */
export function gatewayFrom(read: Read): GatewayEnvironment {
  const backendUrl = originOf('BACKEND_URL', read('BACKEND_URL'), 'https://layanan.example.go.id');
  const trustedIssuer = originOf('TRUSTED_ISSUER', read('TRUSTED_ISSUER'), 'https://ajukan.example.go.id');
  if (backendUrl !== null && trustedIssuer !== null)
    throw new StartProblem(
      'BACKEND_URL and TRUSTED_ISSUER are both set: a gateway sets BACKEND_URL, and the backend behind it TRUSTED_ISSUER.',
    );
  if (trustedIssuer !== null && read('OIDC_ISSUER') !== undefined)
    throw new StartProblem(
      'TRUSTED_ISSUER and OIDC_ISSUER are both set: behind a gateway people sign in there, so OIDC_ISSUER belongs to it.',
    );
  if (backendUrl !== null && read('NODE_ENV') === 'production' && read('PUBLIC_URL') === undefined)
    throw new StartProblem('BACKEND_URL is set, so PUBLIC_URL has to be set, too: our tokens name it as their issuer.');
  return { backendUrl, trustedIssuer };
}

function originOf(name: string, value: string | undefined, example: string): string | null {
  if (value === undefined) return null;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isPlain =
    url !== undefined && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (isPlain && (url.protocol === 'https:' || isLoopback(url))) return url.origin;
  // Never printed: it may hold a password.
  throw new StartProblem(
    `${name} has to be an https address without a path, like ${example}, or an http address of this machine.`,
  );
}
