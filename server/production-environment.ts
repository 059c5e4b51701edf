import { isLoopback } from './oidc/is-loopback.ts';
import { StartProblem } from './start-problem.ts';

/** Reads a variable; undefined where it is not set, or blank. */
type Read = (name: string) => string | undefined;

/** What documents and examples print; whoever reads them knows it. */
const samplePassword =
  /contoh|sample|example|change.?me|rahasia|^(password|postgres|ajukan|admin|minioadmin|secret)$|^(.)\2+$/i;

/**
 * In production (NODE_ENV or APP_ENV) the server starts only where it knows how people reach it, and with nothing in it
 * that is for trying out. Throws StartProblem, in words that say what to set; never a secret among them.
 */
export function assertProduction(read: Read): void {
  if (read('NODE_ENV') !== 'production') return;
  assertPublicUrl(read('PUBLIC_URL'), read('TRUST_PROXY'));
  if (read('AUTH_DEMO') !== undefined && read('AUTH_DEMO') !== '0')
    throw new StartProblem(
      'AUTH_DEMO is set in production: sample accounts are for trying out. Leave AUTH_DEMO out; officials come in by OIDC_ISSUER.',
    );
  const storageSecret = read('AWS_SECRET_ACCESS_KEY');
  if (read('STORAGE_URL') !== undefined && storageSecret !== undefined && samplePassword.test(storageSecret))
    throw new StartProblem(
      'AWS_SECRET_ACCESS_KEY is a sample out of a document. Let the store make a key for this server alone.',
    );
  const database = read('DATABASE_URL');
  if (database !== undefined && URL.canParse(database) && samplePassword.test(decoded(new URL(database).password)))
    throw new StartProblem(
      'The password in DATABASE_URL is a sample out of a document. Make one by chance, for example with: openssl rand -base64 33',
    );
}

function assertPublicUrl(publicUrl: string | undefined, trustProxy: string | undefined): void {
  if (publicUrl === undefined)
    throw new StartProblem(
      'PUBLIC_URL is not set in production: cookies, codes and receipts carry it. Set it to the address of your site, like https://ajukan.example.go.id',
    );
  if (!URL.canParse(publicUrl)) return;
  const url = new URL(publicUrl);
  if (url.protocol === 'http:' && !isLoopback(url))
    throw new StartProblem(
      'PUBLIC_URL is http in production: what people send would be read on the way. Put TLS in front and set PUBLIC_URL to its https address.',
    );
  if (url.protocol === 'https:' && trustProxy === undefined)
    throw new StartProblem(
      'PUBLIC_URL is https, so something in front takes TLS off, and TRUST_PROXY is not set: limits would count everybody as one. Set TRUST_PROXY=1 when it writes X-Forwarded-For by itself, or TRUST_PROXY=0 when it does not.',
    );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
