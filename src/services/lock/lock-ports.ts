/** What a lock needs of the phone. storage/ and api/ supply the parts by shape. */
import type { MayTry } from '#domain/lock/attempts.ts';
import type { LockRow, Wrap } from '#domain/lock/lock-row.ts';
import type { LockPrimitives } from '#domain/lock/primitives.ts';
import type { AttachedDocument, Draft } from '#domain/application/draft.ts';
import type { GivenFile } from '#domain/application/given-result.ts';
import type { ToRepair } from '#domain/application/repair.ts';
import type { WithBytes } from '#domain/lock/locked-rows.ts';
import type { Resident } from '#domain/resident/resident.ts';
import type { WalletPaper } from '#domain/wallet/wallet-paper.ts';
import type { Digest, DraftStore, Stored } from '../ports.ts';
import type { LockOffice } from './lock-office.ts';
import type { LockSwitch } from './lock-switch.ts';

/** The lock of whoever is signed in. */
export interface LockStore {
  /** Rejects when the store gives no answer. */
  read(): Promise<{
    readonly accountId: string | null;
    readonly roles: readonly string[];
    readonly row: LockRow | null;
  }>;
  /**
   * Strict. 'gone': another lock or other ways in are there, or somebody else is signed in by now.
   * @param seen the ways in that the row was made of; its own where they stay
   */
  write(row: LockRow, seen?: readonly Wrap[]): Promise<Stored>;
  /** Strict: the tries are forgotten, and nothing else of it changes. Null when this lock is gone, or nothing can be written. */
  forgive(row: LockRow): Promise<LockRow | null>;
  /** Strict: what the try costs is written when this resolves. Null when it can't be, or there is no lock. */
  beginTry(owner: string, nowMs: number): Promise<MayTry | null>;
  /** False where something under this lock is left, or the phone can't write. */
  remove(row: LockRow): Promise<boolean>;
}

/** Gives each kind of row in its other form; undefined where it can't be turned. */
export interface RowTurner {
  readonly isTurned: (row: { readonly locked?: ArrayBuffer | true | undefined }) => boolean;
  readonly isDraftTurned: (draft: Draft) => boolean;
  readonly draft: (draft: Draft) => Promise<Draft | undefined>;
  readonly document: (paper: WithBytes<AttachedDocument>) => Promise<WithBytes<AttachedDocument> | undefined>;
  readonly resident: (resident: Resident) => Promise<Resident | undefined>;
  readonly walletPaper: (paper: WithBytes<WalletPaper>) => Promise<WithBytes<WalletPaper> | undefined>;
  /** What an office has given; undefined where the bytes are not what it gave. */
  readonly result: (
    file: GivenFile,
    bytes: ArrayBuffer,
  ) => Promise<{ readonly bytes: ArrayBuffer; readonly locked?: true } | undefined>;
  /** What came back to be repaired, without its answers where they can't be turned; itself where there is nothing to turn. */
  readonly repair: (applicationId: string, repair: ToRepair) => Promise<ToRepair>;
  /** Papers that can't be turned are deleted, at the person's word. */
  readonly dropsDamaged?: boolean;
}

export interface RowsLeft {
  readonly left: number;
  /** How many of these no key opens: the bytes are not those that were written. */
  readonly damaged: number;
}

/** A passkey's pseudo-random function. Null: not offered here, or the person has broken off. */
export interface Passkeys {
  /** Whether this phone has an authenticator of its own that checks who it is. */
  isOffered(): Promise<boolean>;
  make(salt: Uint8Array<ArrayBuffer>): Promise<PasskeyOutput | null>;
  ask(credentialId: Uint8Array<ArrayBuffer>, salt: Uint8Array<ArrayBuffer>): Promise<PasskeyOutput | null>;
}
export interface PasskeyOutput {
  readonly credentialId: Uint8Array<ArrayBuffer>;
  readonly output: Uint8Array<ArrayBuffer>;
}

export interface LockPorts {
  readonly lock: LockSwitch;
  readonly store: LockStore;
  /** What of the account is left as it was; all of it once the lock is another. Called again it goes on. */
  readonly turnRows: (lock: LockRow, turner: RowTurner) => Promise<RowsLeft>;
  readonly primitives: LockPrimitives;
  readonly passkeys: Passkeys;
  readonly office: LockOffice;
  /** Whether the office wants the phones of its field officers locked. */
  readonly isRequired: () => Promise<boolean>;
  readonly plainDrafts: DraftStore;
  readonly digest: Digest;
  readonly nowMs: () => number;
  readonly newId: () => string;
  /** Other tabs of this app: they lock, too, or look at what has become of the lock. */
  readonly tellTabs: (what: 'locked' | 'changed') => void;
  /** Saves that are under way may need the key for a moment still. */
  readonly later: (work: () => void, delayMs: number) => void;
}
