import { useMemo } from 'react';
import { maskName } from '#domain/application/mask-name.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Resident } from '#domain/resident/resident.ts';
import { stillLive } from '#lib/still-live.ts';
import type { Menu } from './menu.ts';
import { useLive } from './menu-context.ts';
import { useLater } from './use-later.ts';

const open = (menu: Menu) => menu.residents();
const nobody = stillLive<Resident | null>({ state: 'ready', value: null });

/** "S••• A•••" of whom an application is for; null where this phone may not say it any more. */
export function useMaskedName({ residentId, sealed }: Pick<OutboxEntry, 'residentId' | 'sealed'>): string | null {
  const residents = useLater(open);
  const query = useMemo(
    () => (residentId === undefined ? nobody : (residents?.resident(residentId) ?? nobody)),
    [residents, residentId],
  );
  const resident = useLive(query);
  if (resident.state === 'ready' && resident.value !== null) return maskName(resident.value.name);
  return sealed?.maskedName ?? null;
}
