import { base64url, calculateJwkThumbprint, GeneralEncrypt, importJWK } from 'jose';
import { z } from 'zod';
import { LockRecoveryBody } from '#contract/lock-schemas.ts';
import { checkNumberOf, isSameNumber } from '#domain/lock/check-number.ts';
import { keyAlgorithm, type OfficeKey } from './key-file.ts';
import { unwrapKey } from './unwrap-key.ts';

/** A request as it is carried to the recovery key. */
export const CarriedRecovery = z.object({
  id: z.uuid(),
  accountId: z.string(),
  askedAt: z.iso.datetime(),
  ...LockRecoveryBody.shape,
});
export type CarriedRecovery = z.output<typeof CarriedRecovery>;

/** The answer as it is carried back. */
export const CarriedAnswer = z.object({ id: z.uuid(), answer: LockRecoveryBody.shape.wrap });
export type CarriedAnswer = z.output<typeof CarriedAnswer>;

type AnswerTo = CarriedRecovery['answerTo'];

export async function checkNumberFor(answerTo: AnswerTo): Promise<string> {
  return checkNumberOf(Uint8Array.from(base64url.decode(await calculateJwkThumbprint(answerTo))));
}

/**
 * The lock's key out of its wrap, and sealed to the phone that asked. A string says why not.
 * @param told the check number as the person has read it from their phone
 */
export async function answerRecovery(
  { id, wrap, answerTo }: CarriedRecovery,
  keys: readonly OfficeKey[],
  told: string,
): Promise<CarriedAnswer | string> {
  if (!isSameNumber(await checkNumberFor(answerTo), told))
    return 'the check number is not the one of this request: nothing was opened';
  const read = await unwrapKey(wrap, keys);
  if (read.kind === 'unknown-key') return 'it was not wrapped to this key';
  if (read.kind === 'broken') return 'it is wrapped to this key, and does not open';
  const jwk = { kty: 'oct', alg: 'A256GCM', k: base64url.encode(read.contentKey) };
  const jwe = new GeneralEncrypt(new TextEncoder().encode(JSON.stringify(jwk))).setProtectedHeader({
    enc: 'A256GCM',
    cty: 'jwk+json',
  });
  jwe
    .addRecipient(await importJWK({ ...answerTo }, keyAlgorithm))
    .setUnprotectedHeader({ alg: keyAlgorithm, kid: await calculateJwkThumbprint(answerTo) });
  return { id, answer: CarriedAnswer.shape.answer.parse(await jwe.encrypt()) };
}
