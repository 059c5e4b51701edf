import { useMemo } from 'react';
import type { Account } from '#services/menu.ts';
import { useLive, useMenu } from '#services/menu-context.ts';

/** Who sits at the desk; undefined while it is read, null for nobody. */
export function useWho(): Account | null | undefined {
  const menu = useMenu();
  const account = useLive(useMemo(() => menu.account.current(), [menu]));
  if (account.state === 'loading') return undefined;
  return account.state === 'ready' ? account.value : null;
}

const ofDesk = ['verifikator', 'penandatangan'];

/** What somebody with these roles gets to see here. */
export function deskFor(roles: readonly string[]): 'queue' | 'numbers' | 'nothing' {
  if (roles.some((role) => ofDesk.includes(role))) return 'queue';
  return roles.includes('admin') ? 'numbers' : 'nothing';
}

/** The figures are for who signs and for the admin. */
export function seesNumbers(roles: readonly string[]): boolean {
  return roles.includes('penandatangan') || roles.includes('admin');
}
