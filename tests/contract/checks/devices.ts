import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { DeviceOrders, SequenceAnswer } from '#contract/device-schemas.ts';
import { Capabilities, ReceiptKeySet } from '#contract/schemas.ts';
import type { ApiClient } from '../api-client.ts';
import { planApplication } from '../applications.ts';
import type { Check, CheckContext } from '../check.ts';
import { expectEqual, expectStatus, expectThat, fail } from '../expect.ts';
import { read } from '../read.ts';
import { signIn } from './one-time-codes.ts';

const counts = { drafts: 0, sealed: 0, unsealed: 0, delivered: 0, keptPapers: 0, sharedFiles: 0 };
const report = { appVersion: 'suite', lock: 'none', lastSequence: 0, held: [], voids: [], counts, readable: [] };

async function offers({ nobody }: CheckContext, feature: string): Promise<boolean> {
  return read(Capabilities, await nobody.get('/.well-known/public-service-sync')).features.includes(feature);
}

/** For backends that name the features "device-sequence" and "device-orders". */
export const deviceChecks: readonly Check[] = [
  {
    id: 'device-gap-named',
    level: 'core',
    title: 'a backend that counts the numbers of a phone names those that neither has, and those that came twice',
    async run(context) {
      if (!(await offers(context, 'device-sequence'))) return;
      const { citizenA, target } = context;
      const phone = uuidv7();
      for (const sequence of [1, 4, 4]) {
        const { path, body } = planApplication(target);
        expectStatus(await citizenA.put(path, { ...body, device: { id: phone, sequence } }), 201);
      }
      const answer = await citizenA.put(`/v1/me/devices/${phone}`, {
        ...report,
        lastSequence: 7,
        held: [{ from: 6, to: 7 }],
        voids: [{ from: 3, to: 3, reason: 'withdrawn' }],
      });
      expectStatus(answer, 200);
      const { missing, duplicated } = read(SequenceAnswer, answer);
      const named = [
        { from: 2, to: 2 },
        { from: 5, to: 5 },
      ];
      expectEqual(missing, named, `${answer.exchange}: the numbers that are missing`);
      expectEqual(duplicated, [{ from: 4, to: 4 }], `${answer.exchange}: the numbers that came twice`);
    },
  },
  {
    id: 'device-order-signed',
    level: 'core',
    needs: 'codes',
    title:
      'an order for a phone is given by who has used it only, and signed for that phone and what it has just asked',
    async run(context) {
      if (!(await offers(context, 'device-orders'))) return;
      const { citizenB, nobody } = context;
      // The order ends their session.
      const { who } = await signIn(context);
      const phone = uuidv7();
      const order = uuidv7();
      expectStatus(await citizenB.put(`/v1/me/devices/${phone}/orders/${order}`, { action: 'wipe' }), 404);
      await givenOrder(who, phone, order);
      expectStatus(await citizenB.put(`/v1/me/devices/${phone}/orders/${uuidv7()}`, { action: 'wipe' }), 404);
      const nonce = randomBytes(18).toString('base64url');
      const answer = await nobody.get(`/v1/devices/${phone}/orders?nonce=${nonce}`);
      const { items } = read(DeviceOrders, answer);
      const [text = ''] = items;
      const [head = '', body = '', tail = ''] = text.split('.');
      const { keys } = read(ReceiptKeySet, await nobody.get('/v1/receipt-keys'));
      const key = keys.find(({ kid }) => kid === partOf(head)['kid']);
      if (key === undefined) return fail(`${answer.exchange}: signed with a key that /v1/receipt-keys does not name`);
      const publicKey = createPublicKey({ key: { kty: key.kty, crv: key.crv, x: key.x }, format: 'jwk' });
      const holds = verify(null, Buffer.from(`${head}.${body}`), publicKey, Buffer.from(tail, 'base64url'));
      expectThat(holds, `${answer.exchange}: the signature does not hold`);
      const claims = partOf(body);
      expectEqual(
        [claims['dev'], claims['jti'], claims['act'], claims['nonce']],
        [phone, order, 'sign-out', nonce],
        `${answer.exchange}: the claims`,
      );
    },
  },
];

async function givenOrder(client: ApiClient, phone: string, order: string): Promise<void> {
  expectStatus(await client.put(`/v1/me/devices/${phone}`, report), 200);
  expectStatus(await client.put(`/v1/me/devices/${phone}/orders/${order}`, { action: 'sign-out' }), 201);
}

function partOf(part: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
