/** What the care for a phone needs of its store and of the office. storage/ and api/ supply it by shape. */
import type { LockWay } from '#domain/lock/lock-row.ts';
import type { DeviceOrder } from '#domain/device/device-order.ts';
import type { NumberRange } from '#domain/device/number-ranges.ts';
import type { DeviceIncident } from './device-incident.ts';
import type { ReceiptKey } from './receipts-menu.ts';

interface VoidNumbers extends NumberRange {
  readonly reason: 'withdrawn' | 'erased' | 'wiped' | 'not-recorded' | 'lost';
}
interface OwedReceipt {
  readonly orderId: string;
  readonly body: string;
}
interface Device {
  readonly deviceId: string;
  readonly lastSequence: number;
  readonly epoch: number;
}

export interface DeviceReport {
  readonly device: Device;
  readonly accountId: string;
  readonly held: readonly NumberRange[];
  readonly voids: readonly VoidNumbers[];
  readonly counts: object;
  readonly readable: readonly object[];
}

export interface DeviceCarePorts {
  readonly store: {
    read(): Promise<
      | {
          readonly device: Device;
          readonly accountId: string | null;
          readonly reportedAtMs: number | null;
          readonly reportedEpoch: number;
          readonly reportedFor: string | null;
          readonly done: readonly string[];
          readonly owed: readonly OwedReceipt[];
          readonly incidents: readonly DeviceIncident[];
        }
      | undefined
    >;
    acknowledge(): Promise<void>;
    settle(orderId: string): Promise<void>;
    signOut(owed: OwedReceipt, incident: DeviceIncident, accountId: string | null): Promise<boolean>;
    wipe(order: DeviceOrder, receiptOf: (facts: object) => OwedReceipt): Promise<object | null>;
    /** What this phone and its office alone know; minted when it is first asked for. Null where it can't be kept. */
    secret(mint: () => string): Promise<string | null>;
    report(): Promise<DeviceReport | null>;
    reported(
      told: readonly VoidNumbers[],
      missing: readonly NumberRange[],
      of: DeviceReport,
      nowMs: number,
    ): Promise<readonly NumberRange[]>;
  };
  readonly office: {
    report(deviceId: string, body: object, secret: string | null): Promise<readonly NumberRange[] | null>;
    orders(deviceId: string, nonce: string): Promise<readonly string[] | null>;
    receipt(deviceId: string, orderId: string, body: string, secret: string | null): Promise<boolean>;
  };
  readonly keys: {
    read(): Promise<readonly ReceiptKey[]>;
    /** Asks the office for them and keeps them. */
    refresh(): Promise<void>;
  };
  /** Whose session it is: nothing is told under another's name. Null for nobody's, and without an answer. */
  readonly whoIsIn: () => Promise<string | null>;
  /** RFC 8032; never rejects. */
  readonly verify: (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => Promise<boolean>;
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T | 'held-elsewhere' | 'unavailable'>;
  /** What lies beside the store: a number that a code was asked for, the places that somebody looked at on a map. */
  readonly forgetTraces: () => Promise<void>;
  readonly show: (incident: DeviceIncident | null) => void;
  readonly appVersion: string;
  /** The weakest way into what whoever is signed in has here. */
  readonly lock: () => Promise<'none' | LockWay>;
  readonly newNonce: () => string;
  /** 256 bits as hex. */
  readonly newSecret: () => string;
  nowMs(): number;
}
