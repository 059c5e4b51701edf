import { isRecord } from '#lib/is-record.ts';
import type { HttpClient } from './http-client.ts';

const json = { 'Content-Type': 'application/json' };
const never = new AbortController().signal;

/** What lets this phone hand in for whoever the browser's session is of; null: none is given, or no answer. */
export async function askUploadTicket(
  http: HttpClient,
  deviceId: string,
): Promise<{ readonly ticket: string; readonly accountId: string } | null> {
  const body = JSON.stringify({ device: deviceId });
  const answer = await http.send({ method: 'PUT', target: '/v1/me/upload-ticket', headers: json, body }, never);
  if (answer.kind !== 'answer' || answer.status !== 200 || !isRecord(answer.body)) return null;
  const { ticket, accountId } = answer.body;
  return typeof ticket === 'string' && typeof accountId === 'string' ? { ticket, accountId } : null;
}

/** Ends it. Unheard, it ends by itself. */
export async function revokeUploadTicket(http: HttpClient, ticket: string): Promise<void> {
  const body = JSON.stringify({ token: ticket });
  await http.send({ method: 'POST', target: '/v1/auth/revoke', headers: json, body }, never);
}
