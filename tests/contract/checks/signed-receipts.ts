import { createPublicKey, verify } from 'node:crypto';
import { Capabilities, ReceiptKeySet, ReceiptWire } from '#contract/schemas.ts';
import { deliverApplication } from '../uploads.ts';
import { submit } from '../applications.ts';
import type { Check } from '../check.ts';
import { expectEqual, expectThat, fail } from '../expect.ts';
import { read } from '../read.ts';

/** For backends that name the feature "signed-receipts". */
export const signedReceiptChecks: readonly Check[] = [
  {
    id: 'receipt-signature',
    level: 'uploads',
    title: 'a backend that signs receipts signs the number, the time and the whole body, with a key that it publishes',
    async run({ citizenA, nobody, target }) {
      const { features } = read(Capabilities, await nobody.get('/.well-known/public-service-sync'));
      if (!features.includes('signed-receipts')) return;
      const { application } = await deliverApplication(citizenA, target);
      const answer = await submit(citizenA, application);
      const receipt = read(ReceiptWire, answer);
      const again = read(ReceiptWire, await submit(citizenA, application));
      const { signed } = receipt;
      if (signed === undefined) return fail(`${answer.exchange}: complete, but "signed" is missing`);
      expectEqual(again.signed, signed, `${answer.exchange}: the signed receipt, asked for once more`);
      const [head = '', body = '', tail = ''] = signed.split('.');
      const header = partOf(head);
      const { keys } = read(ReceiptKeySet, await nobody.get('/v1/receipt-keys'));
      const key = keys.find(({ kid }) => kid === header['kid']);
      if (key === undefined) return fail(`/v1/receipt-keys does not name the key ${String(header['kid'])}`);
      const publicKey = createPublicKey({ key: { kty: key.kty, crv: key.crv, x: key.x }, format: 'jwk' });
      const holds = verify(null, Buffer.from(`${head}.${body}`), publicKey, Buffer.from(tail, 'base64url'));
      expectThat(holds, `${answer.exchange}: the signature does not hold`);
      const claims = partOf(body);
      expectEqual(
        [claims['jti'], claims['no'], claims['iat']],
        [receipt.id, receipt.registrationNumber, Math.floor(Date.parse(receipt.receivedAt) / 1000)],
        `${answer.exchange}: the claims`,
      );
    },
  },
];

function partOf(part: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
