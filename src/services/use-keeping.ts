import { constantValue } from '#lib/constant-value.ts';
import type { Keeping } from './keeping.ts';
import { useMenuIfHere, useObservable } from './menu-context.ts';

const notLookedAt = constantValue<Keeping>('unknown');

export function useKeeping(): Keeping {
  return useObservable(useMenuIfHere()?.device.keeping() ?? notLookedAt);
}
