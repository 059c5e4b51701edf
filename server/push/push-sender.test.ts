import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LookupFunction } from 'node:net';
import { type ToyPushService, toyPushService } from '../testing/toy-push-service.ts';
import { usualPushHosts } from './push-hosts.ts';
import { newPushKeys, parsePushKeys, type PushKeys } from './push-keys.ts';
import { pushSender } from './push-sender.ts';

let service: ToyPushService;
let keys: PushKeys;
beforeAll(async () => {
  service = await toyPushService();
  const made = parsePushKeys(newPushKeys());
  if (made === undefined) throw new Error('New keys can not be read');
  keys = made;
});
afterAll(() => service.close());

const never = new AbortController().signal;
const nowMs = () => Date.now();

function sender(lookup?: LookupFunction) {
  const hosts = { hosts: usualPushHosts, testOrigin: service.origin };
  const more = lookup === undefined ? {} : { lookup };
  return pushSender({ keys, hosts, subject: 'mailto:kantor@ajukan.example', nowMs, ...more });
}

describe('waking a browser', () => {
  it('brings it a text that it alone can read, signed for its push service', async () => {
    const browser = service.subscribe(keys.publicKey);
    const message = { ...browser, plain: '{"id":"a"}', topic: 'topic-1' };
    expect(await sender().send(message, never)).toEqual({ kind: 'sent' });
    const [brought] = service.broughtTo(browser.endpoint);
    expect(brought).toMatchObject({
      plain: '{"id":"a"}',
      ttl: 259_200,
      topic: 'topic-1',
      claims: { aud: service.origin, sub: 'mailto:kantor@ajukan.example' },
    });
    expect(brought?.wire).not.toContain('{"id"');
  });

  it.each([404, 410])('knows from %i that nobody is there any more', async (status) => {
    const browser = service.subscribe(keys.publicKey);
    service.answerNext(browser.endpoint, { status });
    expect(await sender().send({ ...browser, plain: 'a', topic: 'a' }, never)).toEqual({ kind: 'gone' });
  });

  it.each([
    [{ status: 429, retryAfter: '120' }, 120_000],
    [{ status: 503, retryAfter: 'soon' }, 0],
    [{ status: 500 }, 0],
    [{ status: 301 }, 0],
    [{ status: 403 }, 0],
  ])('tries again after %j', async (answer, afterMs) => {
    const browser = service.subscribe(keys.publicKey);
    service.answerNext(browser.endpoint, answer);
    const pushed = await sender().send({ ...browser, plain: 'a', topic: 'a' }, never);
    expect(pushed).toEqual({ kind: 'later', problem: `status ${answer.status}`, afterMs });
    expect(service.broughtTo(browser.endpoint)).toEqual([]);
  });

  it('waits until the date that it is told', async () => {
    const browser = service.subscribe(keys.publicKey);
    service.answerNext(browser.endpoint, { status: 429, retryAfter: new Date(Date.now() + 60_000).toUTCString() });
    const pushed = await sender().send({ ...browser, plain: 'a', topic: 'a' }, never);
    expect(pushed.kind === 'later' ? pushed.afterMs : 0).toBeGreaterThan(50_000);
  });

  it('goes nowhere but to a push service, whatever was stored', async () => {
    const { keys: browser } = service.subscribe(keys.publicKey);
    const message = { endpoint: 'https://kantor-tetangga.example/', keys: browser, plain: 'a', topic: 'a' };
    expect(await sender().send(message, never)).toEqual({ kind: 'gone' });
  });

  it('connects to nothing of a network of ours, though its name be that of a push service', async () => {
    const { keys: browser } = service.subscribe(keys.publicKey);
    const endpoint = 'https://fcm.googleapis.com/fcm/send/a';
    const inner: LookupFunction = (_name, _options, answer) =>
      answer(null, [
        { address: '142.250.4.95', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]);
    const message = { endpoint, keys: browser, plain: 'a', topic: 'a' };
    expect(await sender(inner).send(message, never)).toEqual({ kind: 'later', problem: 'InnerAddress', afterMs: 0 });
  });

  it('says a code and never an address when nobody can be reached', async () => {
    const { keys: browser } = service.subscribe(keys.publicKey);
    const message = { endpoint: 'https://web.push.apple.com/a', keys: browser, plain: 'a', topic: 'a' };
    const nowhere: LookupFunction = (_name, _options, answer) =>
      answer(Object.assign(new Error('getaddrinfo web.push.apple.com'), { code: 'ENOTFOUND' }), '');
    expect(await sender(nowhere).send(message, never)).toMatchObject({ kind: 'later', problem: 'ENOTFOUND' });
  });
});
