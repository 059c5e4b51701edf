import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import { networkTrouble, S3Trouble, troubleOf } from './s3-trouble.ts';

export interface S3Settings {
  /** Scheme, host and port. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Before the name of every object: empty, or with a "/" at its end. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** What the store is asked to encrypt with (x-amz-server-side-encryption); null leaves it to the bucket. */
  readonly encryption: string | null;
}

export interface S3Object {
  /** Without the prefix of the settings. */
  readonly name: string;
  readonly sizeBytes: number;
}

/** One bucket of an S3-compatible store. All methods reject with S3Trouble when the store does not do it. */
export interface S3Bucket {
  /** All objects whose names begin with `start`, or the first `most` of them. */
  list(start: string, most?: number): Promise<readonly S3Object[]>;
  /**
   * Resolves when the store holds exactly these bytes: it is told their SHA-256 and MD5, and refuses others. True where it
   * says that it has made a version of them, which outlives their removal.
   */
  put(name: string, bytes: Uint8Array): Promise<boolean>;
  /** The bytes from `skipBytes` on; opened with the first piece that is asked for. */
  get(object: S3Object, skipBytes: number): AsyncIterable<Uint8Array>;
  remove(name: string): Promise<void>;
  /** Whether the bucket keeps what was removed; null where the store does not say. */
  keepsVersions(): Promise<boolean | null>;
}

export interface S3Pace {
  /** Of each try; how long a pause in an answer may be, too. A body may take longer. */
  readonly patienceMs: number;
  chance(): number;
}

const usualPace: S3Pace = { patienceMs: 10_000, chance: Math.random };

interface Asked {
  readonly method: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

const slowestBytesPerMs = 100;
const triesAtMost = 3;

/**
 * Names are of letters, digits and "._-/" only, addresses are path-style, no checksum trailers, no tags, no multipart: what
 * every S3-compatible store does. Each request may be repeated without harm, so each is, when the store stumbles.
 */
export function s3Bucket(settings: S3Settings, pace: S3Pace = usualPace): S3Bucket {
  const { patienceMs, chance } = pace;
  const { accessKeyId, secretAccessKey, region, encryption } = settings;
  const root = `${settings.endpoint}/${settings.bucket}`;
  const signingKeys = new Map<string, ArrayBuffer>();

  async function once(path: string, { method, query, headers, body }: Asked): Promise<Response> {
    const address = new URL(`${root}${path}`);
    for (const [name, value] of Object.entries(query ?? {})) address.searchParams.set(name, value);
    const signer = new AwsV4Signer({
      url: address.href,
      method,
      headers: { ...headers, 'X-Amz-Content-Sha256': sha256Of(body) },
      ...{ accessKeyId, secretAccessKey, region, service: 's3', cache: signingKeys },
    });
    const signed = await signer.sign();
    const limitMs = patienceMs + (body?.length ?? 0) / slowestBytesPerMs;
    try {
      return await within(limitMs, async (signal) => {
        const response = await fetch(signed.url, {
          method,
          headers: signed.headers,
          ...(body === undefined ? {} : { body: Buffer.from(body) }),
          redirect: 'manual',
          signal,
        });
        if (!response.ok) throw await troubleOf(response);
        return response;
      });
    } catch (error) {
      throw networkTrouble(error);
    }
  }

  /** @param read takes the whole answer: when it breaks off in the middle it is asked for again */
  async function ask<T>(path: string, asked: Asked, read: (response: Response) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        const response = await once(path, asked);
        return await read(response).catch((error: unknown) => {
          throw networkTrouble(error);
        });
      } catch (error) {
        if (!(error instanceof S3Trouble && error.mayPass) || tries === triesAtMost) throw error;
        const pauseMs = 100 * 4 ** (tries - 1) * (1 + chance());
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }

  const drained = async (response: Response) => {
    await within(patienceMs, () => response.arrayBuffer());
  };
  const pathOf = (name: string) => `/${settings.prefix}${name}`;
  const text = (query: Readonly<Record<string, string>>) =>
    ask('', { method: 'GET', query }, (response) => within(patienceMs, () => response.text()));

  return {
    list: async (start, most) => {
      const found: S3Object[] = [];
      for (let token: string | undefined = ''; token !== undefined; ) {
        const xml = await text({
          'list-type': '2',
          prefix: `${settings.prefix}${start}`,
          ...(most === undefined ? {} : { 'max-keys': String(most) }),
          ...(token === '' ? {} : { 'continuation-token': token }),
        });
        if (!xml.includes('<ListBucketResult')) throw new S3Trouble('answer is no listing', false);
        found.push(...objectsOf(xml, settings.prefix));
        token = most === undefined ? nextTokenOf(xml) : undefined;
      }
      return found;
    },
    put: async (name, bytes) => {
      const headers = {
        'Content-Type': 'application/octet-stream',
        'Content-MD5': createHash('md5').update(bytes).digest('base64'),
        ...(encryption === null ? {} : { 'X-Amz-Server-Side-Encryption': encryption }),
      };
      return await ask(pathOf(name), { method: 'PUT', headers, body: bytes }, async (response) => {
        await drained(response);
        return response.headers.has('x-amz-version-id');
      });
    },
    get: async function* ({ name, sizeBytes }, skipBytes) {
      const headers = skipBytes === 0 ? {} : { Range: `bytes=${skipBytes}-` };
      const response = await ask(pathOf(name), { method: 'GET', headers }, (answer) => Promise.resolve(answer));
      const isRest = skipBytes > 0 && response.status === 206;
      let left = sizeBytes - skipBytes;
      let skip = isRest ? 0 : skipBytes;
      for await (const bytes of piecesOf(response, patienceMs)) {
        const rest = bytes.subarray(skip);
        skip -= bytes.length - rest.length;
        left -= rest.length;
        if (rest.length > 0) yield rest;
      }
      if (left !== 0) throw new S3Trouble('an object of another length', true);
    },
    remove: (name) => ask(pathOf(name), { method: 'DELETE' }, drained),
    keepsVersions: async () => {
      const xml = await text({ versioning: '' }).catch(() => null);
      return xml === null ? null : /<Status>\s*(?:Enabled|Suspended)\s*<\/Status>/.test(xml);
    },
  };
}

/** Waits for the store only: how long whoever reads takes for a piece is theirs. */
async function* piecesOf(response: Response, patienceMs: number): AsyncIterable<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const { done, value } = await within(patienceMs, () => reader.read());
      if (done) return;
      yield value;
    }
  } catch (error) {
    throw networkTrouble(error);
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** Ends on time whether or not the work heeds its signal: an abort may get lost in a Request that is collected. */
async function within<T>(limitMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { promise: never, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const late = new S3Trouble('no answer', true);
    controller.abort(late);
    reject(late);
  }, limitMs);
  try {
    return await Promise.race([work(controller.signal), never]);
  } finally {
    clearTimeout(timer);
  }
}

function sha256Of(body: Uint8Array = new Uint8Array()): string {
  return createHash('sha256').update(body).digest('hex');
}

/** Our names need no escape in XML, and those of others are passed over. */
function objectsOf(xml: string, prefix: string): readonly S3Object[] {
  return [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].flatMap(([, entry = '']) => {
    const name = /<Key>([\w./-]+)<\/Key>/.exec(entry)?.[1];
    const size = /<Size>(\d+)<\/Size>/.exec(entry)?.[1];
    if (name?.startsWith(prefix) !== true || size === undefined) return [];
    return [{ name: name.slice(prefix.length), sizeBytes: Number(size) }];
  });
}

function nextTokenOf(xml: string): string | undefined {
  if (!/<IsTruncated>true<\/IsTruncated>/.test(xml)) return undefined;
  const token = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(xml)?.[1];
  if (token === undefined) throw new S3Trouble('a listing without its end', false);
  return token.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
