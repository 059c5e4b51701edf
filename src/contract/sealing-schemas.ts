/** The wire of sealing: which keys the office has, and what is sealed to them. docs/sealing.md says how. */
import { z } from '@hono/zod-openapi';

const Timestamp = z.iso.datetime({ offset: true });
const Base64url = z.string().regex(/^[\w-]*$/);
/** RFC 7517, the public half. */
const SealingKeyWire = z
  .object({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: Base64url,
    y: Base64url,
    kid: z.string().min(1).openapi({ description: 'RFC 7638 thumbprint.' }),
    use: z.literal('enc'),
    alg: z.literal('ECDH-ES+A256KW'),
    notBefore: Timestamp,
    notAfter: Timestamp,
    recovery: z
      .boolean()
      .openapi({ description: 'A second recipient, whose private half is kept away from the server.' }),
  })
  .openapi('SealingKey');
export const SealingTermsWire = z
  .object({ mode: z.enum(['off', 'optional', 'required']), keys: z.array(SealingKeyWire) })
  .openapi('SealingTerms', {
    description:
      'Whether applications are sealed on the phone, and to which keys. A missing member means off. required: what is not sealed is answered with 426.',
  });

/** An encrypted JWK (RFC 7517 section 7) of kty "oct", in the General JSON Serialization of RFC 7516. */
export const WrappedKeyWire = z.looseObject({
  protected: Base64url,
  recipients: z
    .array(
      z.looseObject({
        header: z.looseObject({ kid: z.string(), alg: z.literal('ECDH-ES+A256KW') }),
        encrypted_key: Base64url,
      }),
    )
    .min(1)
    .max(10),
  iv: Base64url,
  ciphertext: Base64url,
  tag: Base64url,
});

/** The form is the whole ApplicationSubmission without `sealed`, in UTF-8. */
export const Sealed = z
  .looseObject({ version: z.literal(1), key: WrappedKeyWire, form: Base64url.min(1) })
  .openapi('Sealed', {
    description:
      'What only the office can open: docs/sealing.md says how. `data` is left out, and size and sha256 of every document are those of its sealed bytes.',
  });
