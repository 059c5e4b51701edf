import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { namesEtag } from './conditional.ts';

/** A text that is public and the same for everybody, with the strong ETag of its bytes. */
export interface Published {
  readonly body: string;
  readonly etag: string;
}

export function publish(body: string): Published {
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

/** A copy may be kept, and is asked about each time. */
export function publishedAnswer(c: Context, { body, etag }: Published, mediaType: string): Response {
  const headers = { 'Cache-Control': 'no-cache', ETag: etag };
  if (namesEtag(c.req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'Content-Type': mediaType } });
}
