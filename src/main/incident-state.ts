import type { Observable } from '#lib/live-query.ts';
import { observableValue } from '#lib/observable-value.ts';
import type { DeviceIncident } from '#services/device-incident.ts';
import type { VaultState } from '#services/menu.ts';

export interface IncidentState {
  /** What the screen has to say first: of the store, then of what was done to the phone. */
  readonly state: Observable<VaultState>;
  show(incident: DeviceIncident | null): void;
  /** Whether it is the phone's, not the store's, that is on the screen. */
  isShown(): boolean;
}

export function createIncidentState(vault: Observable<VaultState>): IncidentState {
  let incident: DeviceIncident | null = null;
  const state = observableValue(vault.getSnapshot());
  const look = (): void => {
    const now = vault.getSnapshot();
    state.set(now.kind === 'healthy' ? (incident ?? now) : now);
  };
  vault.subscribe(look);
  return {
    state,
    show(found) {
      incident = found;
      look();
    },
    isShown: () => state.getSnapshot() === incident,
  };
}
