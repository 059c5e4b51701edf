/** What an office keeps of the locks of phones: never a PIN, and nothing that opens a lock by itself. */
import { z } from '@hono/zod-openapi';
import { Id, Timestamp } from './schemas.ts';
import { WrappedKeyWire } from './sealing-schemas.ts';

/** 32 bytes. */
const Bytes32 = z.string().regex(/^[\w-]{43}$/);

export const LockShareBody = z
  .object({
    share: Bytes32.openapi({ description: '32 random bytes, made by the phone and forgotten by it.' }),
    proof: Bytes32.openapi({ description: 'Derived from the PIN on the phone, with a salt that stays there.' }),
  })
  .openapi('LockShare');

export const LockShareView = z.looseObject({ triesLeft: z.int().min(0).max(10) }).openapi('LockShareView');
export const LockTryBody = z.object({ proof: Bytes32 }).openapi('LockTry');
export const LockTryAnswer = z.looseObject({ share: Bytes32 }).openapi('LockTryAnswer');

const AnswerKey = z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: Bytes32, y: Bytes32 });

export const LockRecoveryBody = z
  .object({
    lockId: Id,
    wrap: WrappedKeyWire.openapi({
      description: "The lock's key, as an encrypted JWK to a recovery key of this office; as `key` in Sealed.",
    }),
    answerTo: AnswerKey.openapi({
      description: 'A key of this phone, of this request alone. The answer is an encrypted JWK to it.',
    }),
  })
  .openapi('LockRecovery');

export const LockRecoveryView = z
  .looseObject({
    id: Id,
    state: z.enum(['asked', 'answered', 'refused']),
    askedAt: Timestamp,
    answer: WrappedKeyWire.optional(),
  })
  .openapi('LockRecoveryView');
