import { createDecipheriv, createECDH, createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { importJWK, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';

/** What was brought to one browser, opened with that browser's keys. */
export interface Brought {
  readonly plain: string;
  readonly ttl: number;
  readonly topic: string;
  /** Of the office's token (RFC 8292), once its signature has been checked against the office's key. */
  readonly claims: JWTPayload;
  /** The whole request as it came over the wire, for who looks for what must not be in it. */
  readonly wire: string;
}

export interface ToySubscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

export interface ToyPushService {
  readonly origin: string;
  /** A new browser. @param officeKey the office's public key, as in its capabilities */
  subscribe(officeKey: string): ToySubscription;
  /** What has been brought to an endpoint so far. */
  broughtTo(endpoint: string): readonly Brought[];
  /** The next answers for an endpoint; after them it takes everything. */
  answerNext(endpoint: string, ...answers: readonly ToyAnswer[]): void;
  close(): Promise<void>;
}

export interface ToyAnswer {
  readonly status: number;
  readonly retryAfter?: string;
}

interface Browser {
  readonly receiver: ReturnType<typeof createECDH>;
  readonly auth: Buffer;
  readonly officeKey: string;
  readonly brought: Brought[];
  readonly answers: ToyAnswer[];
}

/** A push service on this machine, by plain http: RFC 8030 as far as an office needs it, RFC 8291 and RFC 8292 in full. */
export async function toyPushService(): Promise<ToyPushService> {
  const browsers = new Map<string, Browser>();
  const server = createServer((request, response) => {
    void take(browsers.get(request.url ?? ''), request, origin()).then(({ status, retryAfter }) => {
      if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => {
    // By itself it keeps no process alive.
    server.listen(0, '127.0.0.1', resolve).unref();
  });
  function origin(): string {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('Listening on no port');
    return `http://127.0.0.1:${address.port}`;
  }
  const browserAt = (endpoint: string) => browsers.get(new URL(endpoint).pathname);
  return {
    origin: origin(),
    subscribe: (officeKey) => {
      const receiver = createECDH('prime256v1');
      receiver.generateKeys();
      const auth = randomBytes(16);
      const path = `/push/${randomBytes(16).toString('base64url')}`;
      browsers.set(path, { receiver, auth, officeKey, brought: [], answers: [] });
      const keys = { p256dh: receiver.getPublicKey('base64url'), auth: auth.toString('base64url') };
      return { endpoint: `${origin()}${path}`, keys };
    },
    broughtTo: (endpoint) => browserAt(endpoint)?.brought ?? [],
    answerNext: (endpoint, ...answers) => void browserAt(endpoint)?.answers.push(...answers),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function take(browser: Browser | undefined, request: IncomingMessage, origin: string): Promise<ToyAnswer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) if (Buffer.isBuffer(piece)) pieces.push(piece);
  const body = Buffer.concat(pieces);
  if (browser === undefined) return { status: 404 };
  const planned = browser.answers.shift();
  if (planned !== undefined) return planned;
  try {
    const { authorization = '', ttl = '', topic } = request.headers;
    if (request.headers['content-encoding'] !== 'aes128gcm' || request.method !== 'POST') return { status: 400 };
    browser.brought.push({
      plain: opened(body, browser),
      ttl: Number(ttl),
      topic: String(topic),
      claims: await verified(authorization, browser.officeKey, origin),
      wire: `${request.url ?? ''}\n${request.rawHeaders.join('\n')}\n${body.toString('latin1')}`,
    });
    return { status: 201 };
  } catch {
    return { status: 403 };
  }
}

/** RFC 8291 section 3.4 from the other side. */
function opened(body: Buffer, { receiver, auth }: Browser): string {
  const salt = body.subarray(0, 16);
  const senderEnd = 21 + body.readUInt8(20);
  const sender = body.subarray(21, senderEnd);
  const mac = (key: Buffer, of: Buffer) => createHmac('sha256', key).update(of).digest();
  const expand = (key: Buffer, info: Buffer | string, length: number) =>
    mac(key, Buffer.concat([Buffer.from(info), Buffer.from([1])])).subarray(0, length);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), receiver.getPublicKey(), sender]);
  const keying = expand(mac(auth, receiver.computeSecret(sender)), info, 32);
  const base = mac(salt, keying);
  const key = expand(base, 'Content-Encoding: aes128gcm\0', 16);
  const decipher = createDecipheriv('aes-128-gcm', key, expand(base, 'Content-Encoding: nonce\0', 12));
  decipher.setAuthTag(body.subarray(-16));
  const plain = Buffer.concat([decipher.update(body.subarray(senderEnd, -16)), decipher.final()]);
  return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8');
}

async function verified(authorization: string, officeKey: string, origin: string): Promise<JWTPayload> {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? [];
  if (key !== officeKey) throw new Error('Another key');
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  const { payload } = await jwtVerify(token, await importJWK({ kty: 'EC', crv: 'P-256', x, y }, 'ES256'), {
    audience: origin,
    algorithms: ['ES256'],
  });
  const { exp } = z.object({ exp: z.number(), sub: z.string().regex(/^(https?:|mailto:)/) }).parse(payload);
  if (exp > Date.now() / 1000 + 86_400) throw new Error('Longer than a day');
  return payload;
}
