import { isRecord } from '#lib/is-record.ts';
import type { HttpClient } from './http-client.ts';

const json = { 'Content-Type': 'application/json' };
const never = new AbortController().signal;

/** The key that a browser needs to be woken by this office; null: it wakes nobody; undefined: no answer. */
export async function fetchPushKey(http: HttpClient): Promise<string | null | undefined> {
  const answer = await http.send({ method: 'GET', target: '/.well-known/public-service-sync' }, never);
  if (answer.kind !== 'answer' || answer.status !== 200 || !isRecord(answer.body)) return undefined;
  const { push } = answer.body;
  if (!isRecord(push)) return null;
  return typeof push['vapidPublicKey'] === 'string' ? push['vapidPublicKey'] : null;
}

export type PushPut = 'put' | 'sign-in-needed' | 'refused' | 'no-answer';

/** @param subscription as the browser has it (W3C Push API) @param serverKey the office's, that it was made for */
export async function putPush(
  http: HttpClient,
  id: string,
  subscription: Pick<PushSubscription, 'toJSON'>,
  serverKey: string,
): Promise<PushPut> {
  const { endpoint, keys } = subscription.toJSON();
  const body = JSON.stringify({
    endpoint,
    keys: { p256dh: keys?.['p256dh'], auth: keys?.['auth'] },
    vapidPublicKey: serverKey,
  });
  const target = `/v1/push-subscriptions/${id}`;
  const answer = await http.send({ method: 'PUT', target, headers: json, body }, never);
  if (answer.kind !== 'answer' || answer.status >= 500 || answer.status === 429) return 'no-answer';
  if (answer.status === 200 || answer.status === 201) return 'put';
  return answer.status === 401 ? 'sign-in-needed' : 'refused';
}

/** Unheard, it ends with the session. */
export async function deletePush(http: HttpClient, id: string): Promise<void> {
  await http.send({ method: 'DELETE', target: `/v1/push-subscriptions/${id}` }, never);
}

/** Whether short messages come where nothing wakes this phone; null: the office sends none, or no answer. */
export async function fetchMessages(http: HttpClient): Promise<boolean | null> {
  return readWanted(await http.send({ method: 'GET', target: '/v1/me/notices' }, never));
}

/** @returns what is chosen now; null when the office has not taken it */
export async function putMessages(http: HttpClient, wanted: boolean): Promise<boolean | null> {
  const body = JSON.stringify({ wanted });
  return readWanted(await http.send({ method: 'PUT', target: '/v1/me/notices', headers: json, body }, never));
}

function readWanted(answer: Awaited<ReturnType<HttpClient['send']>>): boolean | null {
  if (answer.kind !== 'answer' || answer.status !== 200 || !isRecord(answer.body)) return null;
  const { wanted } = answer.body;
  return typeof wanted === 'boolean' ? wanted : null;
}
