import { type AuthKeys, sameMac } from './auth-keys.ts';

/** What a receipt carries, so that who holds it may ask where its application is. It is stored nowhere. */
export interface LookupSecrets {
  /** 128 bits as 26 letters and digits; always the same of one application. */
  of(applicationId: string): string;
  /** @param applicationId null where the number is nobody's: takes as long, and is never right */
  isRight(applicationId: string | null, typed: string): boolean;
}

/** Crockford's: without I, L, O and U, which are misread or misheard. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bits = 128;

export function lookupSecrets(keys: AuthKeys): LookupSecrets {
  const of = (applicationId: string): string => encoded(Buffer.from(keys.mac('lookup', applicationId), 'base64url'));
  return {
    of,
    isRight: (applicationId, typed) => {
      const fits = sameMac(of(applicationId ?? 'nobody'), asPrinted(typed));
      return applicationId !== null && fits;
    },
  };
}

function encoded(bytes: Buffer): string {
  let number = BigInt(`0x${bytes.subarray(0, bits / 8).toString('hex')}`);
  let text = '';
  for (let left = bits; left > 0; left -= 5) {
    text = (letters[Number(number & 31n)] ?? '') + text;
    number >>= 5n;
  }
  return text;
}

/** What a hand makes of it. */
function asPrinted(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
