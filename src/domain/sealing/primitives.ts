/**
 * What sealing needs of a platform: WebCrypto on a phone, the server's own library at the office. Two makers of the same
 * bytes, so that one being wrong is noticed.
 */
export type Bytes = Uint8Array<ArrayBuffer>;

/** AES-256-GCM under one key; the tag of 16 bytes stands at the end. */
export interface FrameCipher {
  encrypt(nonce: Bytes, plain: Bytes): Promise<Bytes>;
  /** Undefined when these are not the bytes that were sealed under this key and nonce. */
  decrypt(nonce: Bytes, sealed: Bytes): Promise<Bytes | undefined>;
}

export interface SealPrimitives {
  /** From the platform's generator for keys. */
  randomBytes(count: number): Bytes;
  /** HKDF with SHA-256 (RFC 5869), to a key of 256 bits. */
  deriveCipher(contentKey: Bytes, salt: Bytes, info: Bytes): Promise<FrameCipher>;
}
