import { createHash } from 'node:crypto';
import { PostWire, Role } from '#contract/schemas.ts';
import type { Post } from '#domain/office/office.ts';
import { isRecord } from '#lib/is-record.ts';
import type { Role as RoleName } from '../auth/authenticator.ts';
import type { ProviderSettings } from './provider-settings.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** Somebody whom the provider has named, as they are from this sign-in on. */
export interface ProvidedIdentity {
  /** The same for the same issuer and subject, and for nobody else. */
  readonly accountId: string;
  /** Empty where the provider does not say. */
  readonly name: string;
  readonly roles: readonly RoleName[];
  readonly posts: readonly Post[];
}

export type Reading =
  | { readonly kind: 'known'; readonly identity: ProvidedIdentity }
  /** Nobody here: no role that we know, or one of an office without an office of this regency. */
  | { readonly kind: 'no-role' | 'no-office'; readonly accountId: string };

const longestName = 100;
/** Applying for oneself needs no provider: a claim gives nobody a citizen's account. */
const staff: readonly RoleName[] = ['pendamping', 'verifikator', 'penandatangan', 'admin'];
const ofAnOffice: readonly RoleName[] = ['verifikator', 'penandatangan'];

/**
 * What the claims of a checked ID token make of somebody. Roles of other programs are passed over.
 * @param regency Kepmendagri code; an office elsewhere is not ours
 */
export function readClaims(
  claims: Claims,
  { rolesClaim, officeClaim }: Pick<ProviderSettings, 'rolesClaim' | 'officeClaim'>,
  regency: string,
): Reading {
  const accountId = accountIdOf(claims);
  const said = listOf(claimAt(claims, rolesClaim));
  const roles = staff.filter((role) => said.includes(role)).map((role) => Role.parse(role));
  if (roles.length === 0) return { kind: 'no-role', accountId };
  const posts = listOf(claimAt(claims, officeClaim)).flatMap((value) => postOf(value, regency));
  if (posts.length === 0 && roles.some((role) => ofAnOffice.includes(role))) return { kind: 'no-office', accountId };
  return { kind: 'known', identity: { accountId, name: nameOf(claims), roles, posts } };
}

/** The claim of that very name (which may be an address with dots in it), else the one at the end of the way. */
export function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split('.')
    .reduce<unknown>((at, step) => (isRecord(at) && Object.hasOwn(at, step) ? at[step] : undefined), claims);
}

function accountIdOf({ iss, sub }: Claims): string {
  if (typeof iss !== 'string' || typeof sub !== 'string')
    throw new Error('A checked ID token names issuer and subject');
  return `oidc-${createHash('sha256')
    .update(JSON.stringify([iss, sub]))
    .digest('base64url')}`;
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** "desa:36.03.01.2003", or the same as an object, there also with services. Anything else is no office. */
function postOf(value: unknown, regency: string): readonly Post[] {
  const [level, area] = typeof value === 'string' ? value.split(':', 2) : [];
  const parsed = PostWire.safeParse(typeof value === 'string' ? { level, area } : value);
  if (!parsed.success) return [];
  const isOurs = parsed.data.area === regency || parsed.data.area.startsWith(`${regency}.`);
  return isOurs ? [parsed.data] : [];
}

function nameOf({ name, preferred_username: login }: Claims): string {
  const said = [name, login].find((text) => typeof text === 'string' && text.trim() !== '');
  return typeof said === 'string' ? said.trim().slice(0, longestName) : '';
}
