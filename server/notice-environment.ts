import { isWebhook, secretOf } from './identity-environment.ts';
import { StartProblem } from './start-problem.ts';
import type { WebhookSettings } from './webhooks/signed-post.ts';

/** What sends short messages about applications; null: nothing does. Throws StartProblem. */
export function noticesFrom(read: (name: string) => string | undefined): WebhookSettings | null {
  const url = read('NOTICE_WEBHOOK_URL');
  if (url === undefined) return null;
  const secret = secretOf('NOTICE_WEBHOOK_SECRET', read('NOTICE_WEBHOOK_SECRET'), read('NODE_ENV') === 'production');
  if (secret === undefined)
    throw new StartProblem('NOTICE_WEBHOOK_URL is set, so NOTICE_WEBHOOK_SECRET has to be set, too.');
  if (!isWebhook(url))
    throw new StartProblem(
      'NOTICE_WEBHOOK_URL has to be an https address, or an http address of this machine: numbers travel to it.',
    );
  return { url, secret, nowMs: () => Date.now() };
}
