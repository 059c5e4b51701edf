import type { OfficeStatus } from '#domain/application/status.ts';
import type { ChangeRefusal, MayChange } from '../stores/revision-store.ts';

/** What the office is not yet making, or has given back. */
const withdrawable: readonly OfficeStatus[] = ['incomplete', 'submitted', 'under_review', 'returned'];

/** Whoever repairs says which version they saw; what was changed since is never overwritten. */
export function mayRevise(ifMatch: string | undefined): MayChange {
  return (application) => versionRefusal(ifMatch, application.version) ?? unless(application.status === 'returned');
}

export function mayWithdraw(ifMatch: string | undefined): MayChange {
  return (application) =>
    versionRefusal(ifMatch, application.version) ?? unless(withdrawable.includes(application.status));
}

function unless(isAllowed: boolean): ChangeRefusal | null {
  return isAllowed ? null : 'transition-not-allowed';
}

/** Of an entity tag ("5.2.c") the version counts: how many papers came meanwhile is no change of what was seen. */
function versionRefusal(ifMatch: string | undefined, version: number): ChangeRefusal | null {
  if (ifMatch === undefined) return 'precondition-required';
  const versions = ifMatch.split(',').map((tag) => /^\s*(?:W\/)?"(\d+)(?:\.[^"]*)?"\s*$/.exec(tag)?.[1]);
  return ifMatch.trim() === '*' || versions.includes(String(version)) ? null : 'changed-since';
}
