import { signedPost, type WebhookSettings } from '../webhooks/signed-post.ts';
import type { CodeGateway } from './code-gateway.ts';

const tries = 2;

/**
 * POSTs {id, kind, phone, code, text}, signed, to whatever sends messages. Only an answer of 2xx counts; after any other,
 * or none, it is tried once more with the same `id`, so that the listener can tell a repetition.
 */
export function webhookGateway(settings: WebhookSettings): CodeGateway {
  const post = signedPost(settings);
  return {
    send: async (message) => {
      const body = JSON.stringify(message);
      for (let tried = 0; tried < tries; tried += 1) {
        const posted = await post(body);
        if (posted !== null && posted.status >= 200 && posted.status < 300) return 'sent';
      }
      return 'not-sent';
    },
  };
}
