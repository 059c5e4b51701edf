import { isRecord } from '#lib/is-record.ts';
import { classify } from './classify.ts';
import type { HttpClient } from './http-client.ts';

interface ReceiptKey {
  readonly kid: string;
  readonly x: string;
}

/** The office's public keys for signed receipts; null when they can't be had. Keys of another kind are left out. */
export async function fetchReceiptKeys(http: HttpClient, nowMs: () => number): Promise<readonly ReceiptKey[] | null> {
  const answer = await http.send({ method: 'GET', target: '/v1/receipt-keys' }, new AbortController().signal);
  const outcome = classify(answer, 'resource', nowMs(), ({ mediaType, body }) =>
    mediaType === 'application/json' ? readKeys(body) : undefined,
  );
  return outcome.kind === 'ok' ? outcome.value : null;
}

function readKeys(body: unknown): readonly ReceiptKey[] | undefined {
  const keys: unknown = isRecord(body) ? body['keys'] : undefined;
  if (!Array.isArray(keys)) return undefined;
  return keys.flatMap((key: unknown) => {
    if (!isRecord(key) || key['crv'] !== 'Ed25519') return [];
    const { kid, x } = key;
    return typeof kid === 'string' && typeof x === 'string' ? [{ kid, x }] : [];
  });
}
