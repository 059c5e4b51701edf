import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { acceptsEncoding } from './accepts-encoding.ts';
import { namesEtag } from './conditional.ts';

/** A text that is public and the same for everybody, with the strong ETag of its bytes. */
export interface Published {
  readonly body: string;
  readonly etag: string;
  /** Made once: a phone takes the whole catalogue along, over a connection that is paid by the megabyte. */
  readonly gzip: { readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string };
}

export function publish(body: string): Published {
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const bytes = new Uint8Array(gzipSync(body, { level: 9 }));
  return { body, etag: `"${tag}"`, gzip: { bytes, etag: `"${tag}-gz"` } };
}

/** A copy may be kept, and is asked about each time. */
export function publishedAnswer(c: Context, { body, etag, gzip }: Published, mediaType: string): Response {
  const zipped = acceptsEncoding(c.req.header('accept-encoding'), 'gzip');
  const headers = { 'Cache-Control': 'no-cache', ETag: zipped ? gzip.etag : etag, Vary: 'Accept-Encoding' };
  const known = c.req.header('if-none-match');
  // Both say the same: a phone that comes back through another proxy need not take it again.
  if (namesEtag(known, etag) || namesEtag(known, gzip.etag)) return new Response(null, { status: 304, headers });
  return new Response(zipped ? gzip.bytes : body, {
    headers: { ...headers, 'Content-Type': mediaType, ...(zipped ? { 'Content-Encoding': 'gzip' } : {}) },
  });
}
