import { createCipheriv, createECDH, createHmac, type ECDH, randomBytes } from 'node:crypto';

export interface BrowserKeys {
  /** Uncompressed point of P-256, 65 bytes in base64url. */
  readonly p256dh: string;
  /** 16 bytes in base64url. */
  readonly auth: string;
}

/** What chance gives: fixed only where a published example is worked through again. */
export interface PayloadChance {
  readonly sender: ECDH;
  readonly salt: Buffer;
}

const recordSize = 4096;

/** RFC 8291 over RFC 8188 (aes128gcm), in one record. Throws for keys that are no keys: they are looked at before. */
export function encryptPayload(plain: string, to: BrowserKeys, chance: PayloadChance = newChance()): Buffer {
  const { sender, salt } = chance;
  const theirs = Buffer.from(to.p256dh, 'base64url');
  const ours = sender.getPublicKey();
  const shared = sender.computeSecret(theirs);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]);
  const keying = hkdf(Buffer.from(to.auth, 'base64url'), shared, info, 32);
  const key = hkdf(salt, keying, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = hkdf(salt, keying, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  // 2 ends the last record.
  const sealed = Buffer.concat([cipher.update(plain), cipher.update(Buffer.from([2])), cipher.final()]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(recordSize);
  return Buffer.concat([salt, size, Buffer.from([ours.length]), ours, sealed, cipher.getAuthTag()]);
}

/** Whether something can be encrypted to them. */
export function areBrowserKeys({ p256dh, auth }: BrowserKeys): boolean {
  if (Buffer.from(auth, 'base64url').length !== 16) return false;
  try {
    newChance().sender.computeSecret(Buffer.from(p256dh, 'base64url'));
    return true;
  } catch {
    return false;
  }
}

function newChance(): PayloadChance {
  const sender = createECDH('prime256v1');
  sender.generateKeys();
  return { sender, salt: randomBytes(16) };
}

/** RFC 5869 for at most 32 bytes. */
function hkdf(salt: Buffer, secret: Buffer, info: Buffer, length: number): Buffer {
  const mac = (key: Buffer, of: Buffer) => createHmac('sha256', key).update(of).digest();
  return mac(mac(salt, secret), Buffer.concat([info, Buffer.from([1])])).subarray(0, length);
}
