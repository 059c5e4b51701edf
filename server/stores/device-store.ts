import type { NumberRange } from '#domain/device/number-ranges.ts';

export type VoidReason = 'withdrawn' | 'erased' | 'wiped' | 'not-recorded' | 'lost';
export type OrderedAction = 'sign-out' | 'wipe';

export interface DeviceCounts {
  readonly drafts: number;
  readonly sealed: number;
  readonly unsealed: number;
  readonly delivered: number;
  readonly keptPapers: number;
  /** Of residents whom a field officer helps. */
  readonly folders: number;
  readonly sharedFiles: number;
}

/** Something that can be read on a phone. */
export interface ReadableItem {
  /** Of the application, which a draft has already. */
  readonly id: string;
  readonly serviceId: string;
  readonly state: 'draft' | 'waiting' | 'delivered';
}

export interface DeviceReport {
  readonly deviceId: string;
  readonly accountId: string;
  /** The session that it came by: it ends when the phone is signed out. */
  readonly sessionId: string;
  /** What only the phone knows; null from one that has none yet. */
  readonly secret: string | null;
  /** "Chrome, Android"; empty when unknown. */
  readonly label: string;
  readonly appVersion: string;
  readonly lock: string;
  readonly lastSequence: number;
  readonly held: readonly NumberRange[];
  readonly voids: readonly (NumberRange & { readonly reason: VoidReason })[];
  readonly counts: DeviceCounts;
  readonly readable: readonly ReadableItem[];
}

export interface SequenceState {
  readonly missing: readonly NumberRange[];
  readonly duplicated: readonly NumberRange[];
  /** Gone on the phone, and never received. */
  readonly lost: readonly NumberRange[];
}

/** What an account has last told of a phone. */
export interface KnownDevice extends Omit<DeviceReport, 'voids' | 'sessionId' | 'secret'> {
  readonly firstSeenAtMs: number;
  readonly lastSeenAtMs: number;
}

export interface DeviceOrder {
  readonly id: string;
  readonly deviceId: string;
  /** Whose data it is about; null: everybody's on that phone. */
  readonly accountId: string | null;
  readonly action: OrderedAction;
  readonly unsent: 'keep-sealed' | 'delete';
  readonly by: 'person' | 'office';
  readonly orderedAtMs: number;
  readonly doneAtMs: number | null;
  /** What the phone has answered, as JSON text. */
  readonly receipt: string | null;
}
export type NewDeviceOrder = Omit<DeviceOrder, 'orderedAtMs' | 'doneAtMs' | 'receipt'>;

export type Ordered =
  | { readonly kind: 'created' | 'replayed'; readonly order: DeviceOrder }
  | { readonly kind: 'other-content' }
  /** Nobody, or not this account, has reported from such a phone. */
  | { readonly kind: 'unknown-device' };

/** A phone that was reported lost, or that the office gave up. */
export interface LostDevice {
  readonly deviceId: string;
  /** "Chrome, Android"; empty when unknown. */
  readonly label: string;
  readonly orderedAtMs: number;
  /** Null until the phone has said that it is emptied. */
  readonly doneAtMs: number | null;
}

/** Phones, as far as they have told of themselves. Rejects with StoreUnavailableError when the database is not there. */
export interface DeviceStore {
  /**
   * The first secret of a phone is its own from then on. 'another-phone': whoever asks knows the phone's id and not its
   * secret, and nothing is taken from them.
   */
  report(report: DeviceReport, nowMs: number): Promise<SequenceState | 'another-phone'>;
  /** Takes a void for what is void; a number that came after all counts as received. */
  sequenceOf(deviceId: string): Promise<SequenceState>;
  /** Ends the sessions that it is about, in the same transaction. */
  order(order: NewDeviceOrder, nowMs: number): Promise<Ordered>;
  /** Not done yet, the oldest first. */
  openOrders(deviceId: string): Promise<readonly DeviceOrder[]>;
  ordersOf(deviceId: string): Promise<readonly DeviceOrder[]>;
  /** Phones that were to be emptied of what is this account's, the latest first; a few of them. */
  lostBy(accountId: string): Promise<readonly LostDevice[]>;
  /** The first receipt stays. False when there is no such order of the phone, or it is not the phone that says so. */
  receive(
    order: { readonly id: string; readonly deviceId: string; readonly secret: string | null },
    receipt: string,
    nowMs: number,
  ): Promise<boolean>;
  /** One for each account that has reported from it; of all phones without an id, the latest contact first. */
  list(deviceId?: string): Promise<readonly KnownDevice[]>;
}
