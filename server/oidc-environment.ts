import { isLoopback } from './oidc/is-loopback.ts';
import type { ProviderSettings } from './oidc/provider-settings.ts';
import { StartProblem } from './start-problem.ts';

/** Reads a variable; undefined where it is not set, or blank. */
type Read = (name: string) => string | undefined;

const others = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES_CLAIM', 'OIDC_OFFICE_CLAIM', 'OIDC_SCOPE'];
/** What documents and examples print; whoever reads them knows it. */
const sample = /contoh|sample|example|change.?me|rahasia|^secret$|^(.)\1+$/i;

/** The provider that officers and officials sign in at; null where there is none. Throws StartProblem. */
export function providerFrom(read: Read): ProviderSettings | null {
  const issuer = read('OIDC_ISSUER');
  const isProduction = read('NODE_ENV') === 'production';
  if (issuer === undefined) {
    const alone = others.find((name) => read(name) !== undefined);
    if (alone === undefined) return null;
    throw new StartProblem(`${alone} is set, so OIDC_ISSUER has to be set, too: the address of the provider.`);
  }
  const clientId = read('OIDC_CLIENT_ID');
  if (!isProviderAddress(issuer))
    throw new StartProblem(
      'OIDC_ISSUER has to be the https address of the provider as it writes it itself, or an http address of this machine.',
    );
  if (clientId === undefined)
    throw new StartProblem(
      'OIDC_ISSUER is set, so OIDC_CLIENT_ID has to be set, too: how the provider calls this server.',
    );
  if (isProduction && read('PUBLIC_URL') === undefined)
    throw new StartProblem(
      'OIDC_ISSUER is set, so PUBLIC_URL has to be set, too: the provider sends people back there.',
    );
  return {
    issuer,
    clientId,
    clientSecret: secretOf(read('OIDC_CLIENT_SECRET'), isProduction),
    rolesClaim: read('OIDC_ROLES_CLAIM') ?? 'roles',
    officeClaim: read('OIDC_OFFICE_CLAIM') ?? 'offices',
    scope: scopeOf(read('OIDC_SCOPE') ?? 'openid profile'),
  };
}

function isProviderAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === 'https:' || isLoopback(url)) && url.search === '' && url.hash === '' && url.username === '';
}

function scopeOf(text: string): string {
  if (text.split(' ').includes('openid')) return text;
  throw new StartProblem(`OIDC_SCOPE is "${text}", but has to be words with spaces between, "openid" among them.`);
}

/** Never printed, not even a wrong one. */
function secretOf(value: string | undefined, isProduction: boolean): string | null {
  if (isProduction && value !== undefined && sample.test(value))
    throw new StartProblem(
      'OIDC_CLIENT_SECRET is a sample out of a document. Take the one that the provider has made.',
    );
  return value ?? null;
}
