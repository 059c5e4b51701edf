import type { MenuSoon } from '#services/menu-soon.ts';
import type { SessionPorts } from './form-session.ts';

/**
 * Saves one draft, also when the menu is still on its way: what was typed waits in the form until then. A menu that
 * can't be had is a failure like that of a store, and the next save asks for it again.
 */
export function saveSoon(soon: MenuSoon, draftId: string): SessionPorts['save'] {
  return async (change) => {
    const menu = await soon.getAgain().catch(() => null);
    return menu === null ? { kind: 'failed', reason: 'unknown' } : await menu.drafts.save(draftId, change);
  };
}
