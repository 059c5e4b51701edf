import { useMemo } from 'react';
import { useLive, useMenu, useObservable } from '#services/menu-context.ts';
import type { Hold } from './entry-state.ts';

export function useHold(): Hold {
  const { outbox } = useMenu();
  const wifiOnly = useLive(useMemo(() => outbox.wifiOnly(), [outbox]));
  const connection = useObservable(outbox.connection());
  if (wifiOnly.state !== 'ready' || !wifiOnly.value || connection === 'wifi') return 'none';
  return connection;
}
