import type { OfficeStatus } from '#domain/application/status.ts';
import type { Role } from '../auth/authenticator.ts';
import type { Refusal } from '../stores/application-store.ts';

/** Who gives a result when: while it is made, by who makes it; while it is signed, by who signs; a later one by either. */
const givers: Readonly<Partial<Record<OfficeStatus, readonly Role[]>>> = {
  in_process: ['verifikator'],
  awaiting_signature: ['penandatangan'],
  ready: ['verifikator', 'penandatangan'],
};

/** The role in which it is given; or why not. */
export function giverOf(
  status: OfficeStatus,
  roles: readonly Role[],
): { readonly kind: 'give'; readonly role: Role } | { readonly kind: 'refuse'; readonly because: Refusal } {
  const allowed = givers[status];
  if (allowed === undefined) return { kind: 'refuse', because: 'transition' };
  const role = allowed.find((one) => roles.includes(one));
  return role === undefined ? { kind: 'refuse', because: 'role' } : { kind: 'give', role };
}
