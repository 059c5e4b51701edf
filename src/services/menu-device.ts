import type { Observable } from '#lib/live-query.ts';
import type { DeviceIncident } from './device-incident.ts';
import type { Keeping } from './keeping.ts';

export interface StorageHealth {
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  /** Whether the browser promised not to clear it by itself. */
  readonly persisted: boolean;
}
/** What the start found. Anything but 'healthy' is shown on screen. */
export type VaultState =
  | { readonly kind: 'healthy' }
  /** The marker says there was data, and it is gone: eviction, corruption, cleared data. */
  | { readonly kind: 'lost'; readonly lastSequence: number; readonly waitingCount: number }
  /** The data was written by a newer release: read only. */
  | { readonly kind: 'newer-data' }
  /** A tab with an older release holds the data; goes on by itself when that tab is closed. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'unavailable' }
  | DeviceIncident;

export interface DeviceMenu {
  vault(): Observable<VaultState>;
  /** Of a loss, or of what was done to the phone by order. */
  acknowledgeLoss(): Promise<void>;
  storage(): Promise<StorageHealth>;
  /** Asks once, at the first real work. */
  askPersistence(): Promise<boolean>;
  keeping(): Observable<Keeping>;
  /** Browser says it has a connection: a hint for words, never a reason. */
  online(): Observable<boolean>;
  /** A new release waits; applying it reloads, so a screen with unsaved work does not offer it. */
  update(): Observable<'none' | 'waiting' | 'applying'>;
  applyUpdate(): void;
  /** The browser's own install prompt is at hand. */
  installable(): Observable<boolean>;
  promptInstall(): Promise<'accepted' | 'dismissed' | 'unavailable'>;
}
