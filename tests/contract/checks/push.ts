import { createECDH, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Check, CheckContext } from '../check.ts';
import { expectStatus } from '../expect.ts';

/** For backends that wake browsers: `push` in the capabilities. Nothing is sent to anybody by these. */
export const pushChecks: readonly Check[] = [
  {
    id: 'push-subscribe',
    level: 'push',
    title: 'a browser is put in under its id once, however often, and is taken out by whose it is',
    async run({ citizenA, ...context }) {
      const { path, body } = subscription(context);
      expectStatus(await citizenA.put(path, body), 201);
      expectStatus(await citizenA.put(path, body), 200);
      expectStatus(await citizenA.send({ method: 'DELETE', path }), 204);
      expectStatus(await citizenA.send({ method: 'DELETE', path }), 404);
    },
  },
  {
    id: 'push-foreign',
    level: 'push',
    title: "somebody else's subscription is to everybody as if it were not there",
    async run({ citizenA, citizenB, ...context }) {
      const { path, body } = subscription(context);
      expectStatus(await citizenA.put(path, body), 201);
      expectStatus(await citizenB.put(path, subscription(context).body), 404);
      expectStatus(await citizenB.send({ method: 'DELETE', path }), 404);
      expectStatus(await citizenA.send({ method: 'DELETE', path }), 204);
    },
  },
  {
    id: 'push-private-endpoint',
    level: 'push',
    title: 'an endpoint that is no push service, on a network of the office or by plain http, is refused',
    async run({ citizenA, ...context }) {
      for (const endpoint of refused) {
        const { path, body } = subscription(context);
        expectStatus(await citizenA.put(path, { ...body, endpoint }), 422);
      }
    },
  },
  {
    id: 'push-other-key',
    level: 'push',
    title: 'a subscription that was made for another key than that of the capabilities is refused',
    async run({ citizenA, ...context }) {
      const { path, body } = subscription(context);
      expectStatus(await citizenA.put(path, { ...body, vapidPublicKey: newPoint() }), 422);
    },
  },
];

const refused = [
  'https://127.0.0.1/push',
  'https://[::1]/push',
  'https://10.0.0.1/push',
  'https://169.254.169.254/latest/meta-data',
  'https://localhost/push',
  'https://kantor.internal/push',
  'http://fcm.googleapis.com/fcm/send/a',
  'file:///etc/passwd',
];

function subscription({ pushKey }: Pick<CheckContext, 'pushKey'>) {
  const body = {
    endpoint: `https://fcm.googleapis.com/fcm/send/${uuidv7()}`,
    keys: { p256dh: newPoint(), auth: randomBytes(16).toString('base64url') },
    vapidPublicKey: pushKey,
  };
  return { path: `/v1/push-subscriptions/${uuidv7()}`, body };
}

function newPoint(): string {
  const key = createECDH('prime256v1');
  key.generateKeys();
  return key.getPublicKey('base64url');
}
