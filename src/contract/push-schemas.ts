/** What wakes a browser (RFC 8030, RFC 8291, RFC 8292). */
import { z } from '@hono/zod-openapi';
import { Id } from './schemas.ts';

const P256Point = z.string().regex(/^[\w-]{87}$/);

export const PushSubscriptionBody = z
  .object({
    /** Of the browser's push service. */
    endpoint: z.string().min(1).max(1000),
    keys: z.object({ p256dh: P256Point, auth: z.string().regex(/^[\w-]{22}$/) }),
    /** The key that it was made for, as in the capabilities. */
    vapidPublicKey: P256Point,
  })
  .openapi('PushSubscription');

export const PushSubscriptionView = z.looseObject({ id: Id }).openapi('PushSubscriptionView');
