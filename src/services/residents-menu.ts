import { undoPossibleMs } from '#domain/application/draft.ts';
import type { ResidentWords } from '#domain/resident/resident.ts';
import { tidyResident } from '#domain/resident/tidy-resident.ts';
import { mapLive } from '#lib/map-live.ts';
import type { SaveResult } from './menu.ts';
import type { ChangeResidentResult, ResidentsMenu } from './menu-residents.ts';
import { outboxItem } from './outbox-item.ts';
import type { Stored } from './ports.ts';
import { agreeTo, startFor, type StartForPorts } from './start-for.ts';

export interface ResidentsMenuPorts extends StartForPorts {
  /** Resolves after so long. */
  readonly sleep: (delayMs: number) => Promise<void>;
  /** Something is kept that should last. */
  readonly onKept: () => void;
}

export function createResidentsMenu(ports: ResidentsMenuPorts): ResidentsMenu {
  const { residents, device } = ports;

  async function change(residentId: string, typed: ResidentWords): Promise<ChangeResidentResult> {
    const { words, problems } = tidyResident(typed);
    if (problems.length > 0) return { kind: 'invalid', problems };
    return saved(await residents.changeResident(residentId, words, device.nowMs()));
  }

  return {
    list: () => residents.liveResidents(),
    resident: (residentId) => residents.liveResident(residentId),
    read: (residentId) => residents.readResident(residentId),
    folder: (residentId) =>
      mapLive(residents.liveFolder(residentId), (found) =>
        found === null ? null : { ...found, items: found.items.map(outboxItem) },
      ),
    async add(typed) {
      const { words, problems } = tidyResident(typed);
      if (problems.length > 0) return { kind: 'invalid', problems };
      const nowMs = device.nowMs();
      const residentId = device.newId();
      const added = await residents.addResident({ ...words, id: residentId, addedAtMs: nowMs, changedAtMs: nowMs });
      if (added.kind === 'gone') return { kind: 'failed', reason: 'unknown' };
      if (added.kind !== 'stored') return added;
      ports.onKept();
      return { kind: 'added', residentId };
    },
    change,
    async remove(residentId) {
      const hiddenAtMs = device.nowMs();
      const hidden = await residents.hideResident(residentId, hiddenAtMs);
      if (hidden.kind === 'unsent') return hidden;
      void ports.sleep(undoPossibleMs).then(() => residents.purgeHidden(hiddenAtMs + 1));
      return saved(hidden);
    },
    undoRemove: async (residentId) => saved(await residents.unhideResident(residentId)),
    start: (residentId, serviceId, given) => startFor(ports, residentId, serviceId, given),
    agree: (residentId, draftId, given) => agreeTo(ports, residentId, draftId, given),
    withdraw: async (residentId) => saved(await residents.withdrawConsent(residentId, device.nowMs())),
  };
}

function saved(result: Stored): SaveResult {
  return result.kind === 'stored' ? { kind: 'saved' } : result;
}
