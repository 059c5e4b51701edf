import { lookup as askDns } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { BrowserKeys } from './encrypt-payload.ts';
import { encryptPayload } from './encrypt-payload.ts';
import { isPublicAddress, isPushEndpoint, type PushHosts } from './push-hosts.ts';
import type { PushKeys } from './push-keys.ts';

export interface PushMessage {
  readonly endpoint: string;
  readonly keys: BrowserKeys;
  readonly plain: string;
  /** What is about the same thing takes the place of what has not been brought yet: 32 letters of base64url at most. */
  readonly topic: string;
}

/** `gone`: the browser has nothing under this address any more. `later`: with how long the service has asked to wait. */
export type Pushed =
  | { readonly kind: 'sent' | 'gone' }
  | { readonly kind: 'later'; readonly problem: string; readonly afterMs: number };

export interface PushSender {
  /** Resolves for every answer and every silence. */
  send(message: PushMessage, signal: AbortSignal): Promise<Pushed>;
}

export interface PushSenderParts {
  readonly keys: PushKeys;
  readonly hosts: PushHosts;
  /** "https:" or "mailto:": who a push service asks when something is wrong. */
  readonly subject: string;
  nowMs(): number;
  /** Of Node, where a test does not give another. */
  readonly lookup?: LookupFunction;
}

const patienceMs = 10_000;
/** Who is reached only after three days reads the news in the app. */
const keptSeconds = 3 * 24 * 60 * 60;

export function pushSender(parts: PushSenderParts): PushSender {
  const { keys, hosts, subject, nowMs } = parts;
  return {
    send: async ({ endpoint, keys: browser, plain, topic }, signal) => {
      // Also of what was stored under another list.
      if (!isPushEndpoint(endpoint, hosts)) return { kind: 'gone' };
      const url = new URL(endpoint);
      const body = encryptPayload(plain, browser);
      const headers = {
        Authorization: await keys.authorization(url.origin, subject, nowMs()),
        'Content-Encoding': 'aes128gcm',
        'Content-Type': 'application/octet-stream',
        'Content-Length': String(body.length),
        TTL: String(keptSeconds),
        Topic: topic,
        Urgency: 'normal',
      };
      try {
        const answer = await exchange(url, { headers, body, signal, lookup: guarded(parts.lookup ?? askDns) });
        return verdictOf(answer, nowMs());
      } catch (error) {
        return { kind: 'later', problem: problemOf(error), afterMs: 0 };
      }
    },
  };
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

function verdictOf({ status, retryAfter }: Answer, nowMs: number): Pushed {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  return { kind: 'later', problem: `status ${status}`, afterMs: delayOf(retryAfter, nowMs) };
}

/** Seconds or a date (RFC 9110 section 10.2.3). */
function delayOf(value: string | undefined, nowMs: number): number {
  if (value === undefined) return 0;
  const ms = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs;
  return Number.isFinite(ms) && ms > 0 ? ms : 0;
}

interface Sending {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly signal: AbortSignal;
  readonly lookup: LookupFunction;
}

/** Follows no redirect, and reads no more of an answer than its head. */
function exchange(url: URL, { headers, body, signal, lookup }: Sending): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const until = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    const answered = (answer: IncomingMessage) => {
      resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] });
      answer.destroy();
    };
    const options = { method: 'POST', headers, signal: until };
    // By plain http only the origin of a test, on this machine.
    const sending: ClientRequest =
      url.protocol === 'http:'
        ? plainRequest(url, options, answered)
        : tlsRequest(url, { ...options, lookup, agent: false }, answered);
    sending.on('error', reject);
    sending.end(body);
  });
}

class InnerAddress extends Error {
  override readonly name = 'InnerAddress';
}

/** What DNS gives is what is connected to, and nothing else is asked again: it can't become another on the way. */
function guarded(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = Array.isArray(found) ? found : [];
      const [first] = addresses;
      if (error !== null) return callback(error, '', 4);
      if (first === undefined || addresses.some(({ address }) => !isPublicAddress(address)))
        return callback(new InnerAddress(), '', 4);
      return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };
}

/** A word of ours, or a code of Node's: never an address. */
function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
