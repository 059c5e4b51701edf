import { generateKeyPairSync, sign } from 'node:crypto';
import { jsonAnswer, type ModelAnswer } from './model-answer.ts';
import type { Application, ModelState } from './model-state.ts';

const pair = generateKeyPairSync('ed25519');
const kid = 'model';

export function answerReceiptKeys(): ModelAnswer {
  const { x } = pair.publicKey.export({ format: 'jwk' });
  return jsonAnswer(200, { keys: [{ kty: 'OKP', crv: 'Ed25519', kid, x }] });
}

/** A compact JWS over what the receipt says. */
export function signReceipt(
  state: ModelState,
  { id, registrationNumber, receivedAt, submission }: Application,
): string {
  const header = encoded({ alg: 'EdDSA', typ: 'receipt+jwt', kid });
  const iat = Math.floor(Date.parse(receivedAt) / 1000);
  const claims = encoded({
    iss: 'https://model.example',
    jti: id,
    no: registrationNumber,
    svc: submission.serviceId,
    iat,
  });
  const signed = state.has('receipt-signs-header-only') ? header : `${header}.${claims}`;
  return `${header}.${claims}.${sign(null, Buffer.from(signed), pair.privateKey).toString('base64url')}`;
}

/** A compact JWS of another kind, by the same key. */
export function signAs(typ: string, claims: object): string {
  const input = `${encoded({ alg: 'EdDSA', typ, kid })}.${encoded(claims)}`;
  return `${input}.${sign(null, Buffer.from(input), pair.privateKey).toString('base64url')}`;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
