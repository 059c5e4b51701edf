import { useMemo } from 'react';
import type { Draft } from '#domain/application/draft.ts';
import { useLive, useMenu } from '#services/menu-context.ts';

/** Forms of this service that were begun and not sent, the one changed last first. */
export function useBegun(serviceId: string): readonly Draft[] {
  const menu = useMenu();
  const drafts = useLive(useMemo(() => menu.drafts.list(), [menu]));
  return drafts.state === 'ready' ? drafts.value.filter(({ definition }) => definition.id === serviceId) : [];
}
