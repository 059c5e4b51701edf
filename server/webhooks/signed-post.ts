import { createHmac } from 'node:crypto';

export interface WebhookSettings {
  readonly url: string;
  /** Shared with who listens there, so that nobody else can have messages sent. */
  readonly secret: string;
  /** For each try. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
  nowMs(): number;
}

/** The status of the answer, and what it says in Retry-After; null when nobody answered in time. */
export type Posted = { readonly status: number; readonly retryAfter: string | null } | null;

const defaultTimeoutMs = 5000;

/**
 * POSTs JSON to whatever sends messages. `X-Ajukan-Signature: sha256=<hex>` is HMAC-SHA256 of the secret over
 * `X-Ajukan-Timestamp` (seconds), "." and the body. No redirect is followed; never rejects.
 */
export function signedPost(settings: WebhookSettings) {
  const { url, secret, timeoutMs = defaultTimeoutMs, nowMs } = settings;
  const doFetch: typeof fetch = settings.fetch ?? ((input, init) => fetch(input, init));

  return async (body: string, headers: Readonly<Record<string, string>> = {}, until?: AbortSignal): Promise<Posted> => {
    const timestamp = String(Math.floor(nowMs() / 1000));
    const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    const patience = AbortSignal.timeout(timeoutMs);
    try {
      const answer = await doFetch(url, {
        method: 'POST',
        headers: {
          ...headers,
          'Content-Type': 'application/json',
          'X-Ajukan-Timestamp': timestamp,
          'X-Ajukan-Signature': `sha256=${signature}`,
        },
        body,
        redirect: 'error',
        signal: until === undefined ? patience : AbortSignal.any([until, patience]),
      });
      await answer.body?.cancel();
      return { status: answer.status, retryAfter: answer.headers.get('retry-after') };
    } catch {
      return null;
    }
  };
}
