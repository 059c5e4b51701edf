import { createHmac } from 'node:crypto';
import type { CodeGateway } from './code-gateway.ts';

export interface WebhookSettings {
  readonly url: string;
  /** Shared with who listens there, so that nobody else can have messages sent. */
  readonly secret: string;
  /** For each of the two tries. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
  nowMs(): number;
}

const defaultTimeoutMs = 5000;
const tries = 2;

/**
 * POSTs {id, kind, phone, code, text} as JSON to whatever sends messages. `X-Ajukan-Signature: sha256=<hex>` is
 * HMAC-SHA256 of the secret over `X-Ajukan-Timestamp` (seconds), "." and the body. Only an answer of 2xx counts; after
 * any other, or none, it is tried once more with the same `id`, so that the listener can tell a repetition.
 */
export function webhookGateway(settings: WebhookSettings): CodeGateway {
  const { url, secret, timeoutMs = defaultTimeoutMs, nowMs } = settings;
  const doFetch: typeof fetch = settings.fetch ?? ((input, init) => fetch(input, init));

  async function post(body: string): Promise<boolean> {
    const timestamp = String(Math.floor(nowMs() / 1000));
    const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    try {
      const answer = await doFetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Ajukan-Timestamp': timestamp,
          'X-Ajukan-Signature': `sha256=${signature}`,
        },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      await answer.body?.cancel();
      return answer.ok;
    } catch {
      return false;
    }
  }

  return {
    send: async (message) => {
      const body = JSON.stringify(message);
      for (let tried = 0; tried < tries; tried += 1) if (await post(body)) return 'sent';
      return 'not-sent';
    },
  };
}
