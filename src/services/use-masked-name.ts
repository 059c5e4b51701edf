import { useEffect, useState } from 'react';
import { maskName } from '#domain/application/mask-name.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { LiveQuery } from '#lib/live-query.ts';
import type { Resident } from '#domain/resident/resident.ts';
import { useLive, useMenu } from './menu-context.ts';

const nobody: LiveQuery<Resident | null> = still();

/** "S••• A•••" of whom an application is for; null where this phone may not say it any more. */
export function useMaskedName({ residentId, sealed }: Pick<OutboxEntry, 'residentId' | 'sealed'>): string | null {
  const menu = useMenu();
  const [query, setQuery] = useState(nobody);
  useEffect(() => {
    let here = true;
    if (residentId === undefined) return;
    void menu.residents().then((residents) => here && residents !== null && setQuery(residents.resident(residentId)));
    return () => {
      here = false;
    };
  }, [menu, residentId]);
  const resident = useLive(query);
  if (resident.state === 'ready' && resident.value !== null) return maskName(resident.value.name);
  return sealed?.maskedName ?? null;
}

function still(): LiveQuery<Resident | null> {
  const snapshot = { state: 'ready', value: null } as const;
  return { subscribe: () => () => undefined, getSnapshot: () => snapshot };
}
