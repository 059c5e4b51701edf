import type { Observable } from '#lib/live-query.ts';
import type { ClaimsMenu } from './claims-menu.ts';
import type { CourierMenu } from './courier-menu.ts';
import type { DeskMenu } from './menu-desk.ts';
import type { LockMenu } from './lock/menu-lock.ts';
import type { MapMenu } from './menu-map.ts';
import type { PrivacyMenu } from './privacy-menu.ts';
import type { PushMenu } from './push-menu.ts';
import type { ResidentsMenu } from './menu-residents.ts';
import type { RepairsMenu } from './menu-repairs.ts';
import type { ReceiptsMenu } from './receipts-menu.ts';
import type { TimelinesMenu } from './timelines-menu.ts';
import type { Sealing } from './sealing.ts';
import type { StatisticsMenu } from './statistics-menu.ts';
import type { SurveyMenu } from './survey-menu.ts';

/** Parts of the menu whose code comes when it is asked for; null when that can't be fetched. */
export interface LaterMenus {
  /** What officers put in for the person. */
  readonly claims: () => Promise<ClaimsMenu | null>;
  /** Sealed applications on their way through another phone. */
  readonly courier: () => Promise<CourierMenu | null>;
  /** An official's work. */
  readonly desk: () => Promise<DeskMenu | null>;
  readonly map: () => Promise<MapMenu | null>;
  /** Being told of news with the app closed. */
  readonly push: () => Promise<PushMenu | null>;
  /** Repairing and taking back what the office has. */
  readonly repairs: () => Promise<RepairsMenu | null>;
  readonly receipts: () => Promise<ReceiptsMenu | null>;
  /** Deleting what is the person's. */
  readonly privacy: () => Promise<PrivacyMenu | null>;
  /** Folders of the residents whom a field officer helps. */
  readonly residents: () => Promise<ResidentsMenu | null>;
  /** How applications fare at the office. */
  readonly timelines: () => Promise<TimelinesMenu | null>;
  readonly sealing: () => Promise<Sealing | null>;
  /** How offices work, for their heads. */
  readonly statistics: () => Promise<StatisticsMenu | null>;
  /** How a service was, said by the person whom it was for. */
  readonly survey: () => Promise<SurveyMenu | null>;
  readonly lock: () => Promise<LockMenu | null>;
  /** Whether somebody has to unlock before anything is shown. */
  readonly isShut: Observable<boolean>;
}
