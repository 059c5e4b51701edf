import { v7 as uuidv7 } from 'uuid';
import { Capabilities } from '#contract/schemas.ts';
import { testPhone } from './test-phone.ts';
import { bearerOf } from './test-server.ts';
import { paperlessService } from './test-service.ts';
import { testSubmission } from './test-submission.ts';
import type { ToyPushService, ToySubscription } from './toy-push-service.ts';

type Headers = Readonly<Record<string, string>>;

async function put(address: string, headers: Headers, json: object): Promise<Response> {
  const answer = await fetch(address, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(json),
  });
  if (!answer.ok) throw new Error(`PUT is answered with ${answer.status}`);
  return answer;
}

/** Siti's browser, which lets itself be woken by a running server. */
export async function subscribedBrowser(url: string, service: ToyPushService): Promise<ToySubscription> {
  const told = await fetch(`${url}/.well-known/public-service-sync`);
  const vapidPublicKey = Capabilities.parse(await told.json()).push?.vapidPublicKey ?? '';
  const browser = service.subscribe(vapidPublicKey);
  const { authorization } = await testPhone(url);
  await put(`${url}/v1/push-subscriptions/${uuidv7()}`, authorization, { ...browser, vapidPublicKey });
  return browser;
}

/** Siti hands an application in, and an officer begins to examine it. Resolves with its id. */
export async function examined(url: string): Promise<string> {
  const { authorization } = await testPhone(url);
  const { path, body, id } = testSubmission([]);
  const received = await put(`${url}${path}`, authorization, {
    ...body,
    serviceId: paperlessService.id,
    schemaVersion: 1,
  });
  const etag = received.headers.get('etag') ?? '';
  const officer = await bearerOf(url, 'officer');
  await put(`${url}${path}/decisions/${uuidv7()}`, { ...officer, 'If-Match': etag }, { action: 'review' });
  return id;
}
