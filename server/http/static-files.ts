import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { acceptsEncoding } from './accepts-encoding.ts';
import { namesEtag } from './conditional.ts';

export interface StaticFiles {
  /** The file of the built app at this path, or its start page for a page address of the app; null when there is none. */
  answer(request: StaticRequest): Response | null;
}

export interface StaticRequest {
  /** As in the address, still percent-encoded. */
  readonly path: string;
  readonly headers: Headers;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;
/** A name with the hash of its content in it never changes what it means. */
const hashedName = /^\/assets\/.+-[A-Za-z0-9_-]{8,}\.\w+$/;

interface StaticFile {
  readonly file: string;
  readonly mediaType: string;
  readonly cacheControl: string;
  readonly variants: ReadonlySet<string>;
}

/**
 * The built app. The list of files is read once, and only what is in it is ever opened, so no path leads out of the
 * folder. A missing folder is an app that has not been built.
 */
export function staticFilesOf(folder: string): StaticFiles {
  const files = indexOf(folder);
  const contents = new Map<string, { readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string }>();

  function contentOf(file: string) {
    let content = contents.get(file);
    if (content === undefined) {
      const bytes = new Uint8Array(readFileSync(file));
      content = { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
      contents.set(file, content);
    }
    return content;
  }

  return {
    answer: ({ path, headers }) => {
      const found = files.get(decoded(path)) ?? (isPageAddress(path, headers) ? files.get('/index.html') : undefined);
      if (found === undefined) return null;
      const [encoding, suffix] = encodings.find(
        ([name, end]) => found.variants.has(end) && acceptsEncoding(headers.get('accept-encoding') ?? undefined, name),
      ) ?? ['', ''];
      const { bytes, etag } = contentOf(`${found.file}${suffix}`);
      const answerHeaders = { 'Cache-Control': found.cacheControl, ETag: etag, Vary: 'Accept-Encoding' };
      if (namesEtag(headers.get('if-none-match') ?? undefined, etag))
        return new Response(null, { status: 304, headers: answerHeaders });
      return new Response(bytes, {
        headers: {
          ...answerHeaders,
          'Content-Type': found.mediaType,
          'Content-Length': String(bytes.length),
          ...(encoding === '' ? {} : { 'Content-Encoding': encoding }),
        },
      });
    },
  };
}

function indexOf(folder: string): ReadonlyMap<string, StaticFile> {
  const paths = new Set(listFiles(folder).map((file) => `/${relative(folder, file).split(sep).join('/')}`));
  const index = new Map<string, StaticFile>();
  for (const path of paths) {
    if (/\.(br|gz)$/.test(path) && paths.has(path.slice(0, -3))) continue;
    index.set(path, {
      file: join(folder, path),
      mediaType: mediaTypes[extname(path)] ?? 'application/octet-stream',
      cacheControl: hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      variants: new Set(encodings.map(([, end]) => end).filter((end) => paths.has(`${path}${end}`))),
    });
  }
  const start = index.get('/index.html');
  if (start !== undefined) index.set('/', start);
  return index;
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The app has many addresses and one page; files (a dot in the last part) and programs (no HTML wanted) are not for it. */
function isPageAddress(path: string, headers: Headers): boolean {
  const wantsPage = headers.get('sec-fetch-mode') === 'navigate' || (headers.get('accept') ?? '').includes('text/html');
  return wantsPage && !(path.split('/').at(-1) ?? '').includes('.');
}
