import type { Keeping } from './keeping.ts';
import { useMenu, useObservable } from './menu-context.ts';

export function useKeeping(): Keeping {
  return useObservable(useMenu().device.keeping());
}
