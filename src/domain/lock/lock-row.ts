/** A lock as it lies on the phone: how the vault key is wrapped, and how often somebody has tried. Never the key. */
import type { Bytes } from '#domain/sealing/primitives.ts';
import { isRecord } from '#lib/is-record.ts';
import type { Attempts } from './attempts.ts';
import type { Inbox } from './inbox.ts';

/**
 * `pin` holds off who picks the phone up, and nobody who copies it. The others hold off both; `office-pin` because the
 * office keeps a share of its key, and counts who asks for it.
 */
export const lockWays = ['office-pin', 'pin', 'passphrase', 'passkey'] as const;
export type LockWay = (typeof lockWays)[number];

export interface Wrap {
  /** A PIN that the office guards is a `pin` with a `share`: an older release takes it for a PIN that is wrong. */
  readonly way: Exclude<LockWay, 'office-pin'>;
  /** Of the derivation: for PIN and words what PBKDF2 takes, for a passkey what the authenticator takes. */
  readonly salt: Bytes;
  /** Of PBKDF2-SHA-256; 0 for a passkey. */
  readonly iterations: number;
  /** The vault key, sealed (domain/sealing) under the derived key. */
  readonly sealed: Bytes;
  /** Of a passkey. */
  readonly credentialId?: Bytes;
  /** Where the office keeps the share that this PIN needs. */
  readonly share?: ShareAddress;
}

/** Of a phone that has no number at the office yet `deviceId` is the lock's own id. */
export interface ShareAddress {
  readonly deviceId: string;
  readonly shareId: string;
}

/** The vault key, wrapped to the office's recovery key. */
export interface Recovery {
  readonly kid: string;
  /** JWE, General JSON Serialization. */
  readonly jwe: string;
  /** Opens under the vault key and under no other. */
  readonly check: Bytes;
}

/** A key of the platform, which its store keeps as it is. */
export type KeyHandle = object;

/** The office has been asked to open the lock, and answers to this key. */
export interface AskedRecovery {
  readonly deviceId: string;
  readonly id: string;
  /** Of this phone; no script can read it out. */
  readonly key: KeyHandle;
  /** What the person reads to the keeper of the recovery key. */
  readonly checkNumber: string;
  readonly askedAtMs: number;
}

export interface LockRow {
  readonly version: 1;
  readonly lockId: string;
  readonly owner: string;
  /** 'removing': the person has taken the lock away and not every row is readable yet. */
  readonly state: 'on' | 'removing';
  readonly wraps: readonly Wrap[];
  readonly attempts: Attempts;
  readonly recovery?: Recovery;
  readonly asked?: AskedRecovery;
  /** Missing until a release that makes one has opened the lock. */
  readonly inbox?: Inbox;
}

export function wayOf({ way, share }: Pick<Wrap, 'way' | 'share'>): LockWay {
  return share === undefined ? way : 'office-pin';
}

const storedWays: readonly Wrap['way'][] = ['pin', 'passphrase', 'passkey'];

function isShare(value: unknown): value is ShareAddress {
  return isRecord(value) && typeof value['deviceId'] === 'string' && typeof value['shareId'] === 'string';
}

function isInbox(value: unknown): value is Inbox {
  return isRecord(value) && isBytes(value['publicKey']) && isBytes(value['sealed']);
}

function isWrap(value: unknown): value is Wrap {
  return (
    isRecord(value) &&
    storedWays.some((way) => way === value['way']) &&
    isBytes(value['salt']) &&
    typeof value['iterations'] === 'number' &&
    isBytes(value['sealed']) &&
    (value['credentialId'] === undefined || isBytes(value['credentialId'])) &&
    (value['share'] === undefined || isShare(value['share']))
  );
}

export function isLockRow(value: unknown): value is LockRow {
  return (
    isRecord(value) &&
    value['version'] === 1 &&
    typeof value['lockId'] === 'string' &&
    typeof value['owner'] === 'string' &&
    (value['state'] === 'on' || value['state'] === 'removing') &&
    Array.isArray(value['wraps']) &&
    value['wraps'].every(isWrap) &&
    isRecord(value['attempts']) &&
    typeof value['attempts']['failed'] === 'number' &&
    typeof value['attempts']['triedAtMs'] === 'number' &&
    (value['recovery'] === undefined || isRecord(value['recovery'])) &&
    (value['asked'] === undefined || isRecord(value['asked'])) &&
    (value['inbox'] === undefined || isInbox(value['inbox']))
  );
}

/** Also of another realm, which instanceof does not know. */
function isBytes(value: unknown): value is Bytes {
  return Object.prototype.toString.call(value) === '[object Uint8Array]';
}
