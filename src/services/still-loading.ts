import { constantValue } from '#lib/constant-value.ts';
import type { Loadable } from '#lib/live-query.ts';

/** What a live query says for as long as the menu is on its way. */
export const stillLoading = constantValue<Loadable<never>>({ state: 'loading' });
