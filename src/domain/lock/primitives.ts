import type { Bytes, SealPrimitives } from '#domain/sealing/primitives.ts';
import type { InboxPair, OpenFromInbox, SealToLock } from './inbox.ts';

/** What a lock needs of a platform beyond sealing. */
export interface LockPrimitives extends SealPrimitives {
  /** UTF-8. */
  encode(text: string): Bytes;
  decode(bytes: Bytes): string;
  /** PBKDF2 with HMAC-SHA-256; 32 bytes. Slow on purpose. */
  stretch(secret: string, salt: Bytes, iterations: number): Promise<Bytes>;
  /** HMAC with SHA-256; 32 bytes. */
  mac(key: Bytes, data: Bytes): Promise<Bytes>;
  /**
   * The same primitives over one key that no script can read out again: whatever content key they are given, it is this
   * one that is used.
   */
  hold(key: Bytes): Promise<SealPrimitives>;
  makeInbox(): Promise<InboxPair>;
  /** No script can read the private half out again. Rejects when this is no such key. */
  openInbox(pair: InboxPair): Promise<OpenFromInbox>;
  readonly sealToLock: SealToLock;
}
