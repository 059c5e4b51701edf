import type { DeviceReport } from '../stores/device-store.ts';

type Told = Omit<DeviceReport, 'deviceId' | 'accountId' | 'sessionId' | 'secret' | 'label'>;

export const noCounts = {
  drafts: 0,
  sealed: 0,
  unsealed: 0,
  delivered: 0,
  keptPapers: 0,
  folders: 0,
  sharedFiles: 0,
} as const;

/** What a phone tells of itself that has sent nothing yet. */
export function aReport(more: Partial<Told> = {}): Told {
  return {
    appVersion: '0.1.0',
    lock: 'none',
    lastSequence: 0,
    held: [],
    voids: [],
    counts: noCounts,
    readable: [],
    ...more,
  };
}
