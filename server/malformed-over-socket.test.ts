import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '#contract/schemas.ts';
import type { RunningServer } from './start.ts';
import { rawExchange } from './testing/raw-exchange.ts';
import { startTestServer, testFolder } from './testing/test-server.ts';

const folder = testFolder();
let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer(folder, { publicUrl: 'https://ajukan.example' });
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

const host = 'Host: localhost\r\n';
const bad = (text: string) => ({ text, status: 400 });
const requests: Readonly<Record<string, { readonly text: string; readonly status: number }>> = {
  'no request line': bad('HALO\r\n\r\n'),
  'a method that is none': bad(`FLY / HTTP/1.1\r\n${host}\r\n`),
  'another protocol': bad('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  'two lengths': bad(`POST /v1/auth/token HTTP/1.1\r\n${host}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n`),
  'a piece without a length': bad(
    `POST /v1/auth/token HTTP/1.1\r\n${host}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
  ),
  'no host': bad('GET /health/live HTTP/1.1\r\n\r\n'),
  'a host that is none': bad('GET /health/live HTTP/1.1\r\nHost: a/b\r\n\r\n'),
  'an address that is none': bad(`GET http://[ HTTP/1.1\r\n${host}\r\n`),
  'headers without end': { text: `GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(300_000)}\r\n\r\n`, status: 431 },
  'an address without end': { text: `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n${host}\r\n`, status: 431 },
};

describe('what is no HTTP', () => {
  it.each(Object.entries(requests))(
    '%s: is refused with a problem and the headers of every answer',
    async (_name, request) => {
      const { status, headers, body } = await rawExchange(server.port, [request.text]);
      expect([status, headers.get('content-type')]).toEqual([request.status, 'application/problem+json']);
      expect(Problem.parse(JSON.parse(body)).status).toBe(status);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('strict-transport-security')).toContain('max-age=');
      expect([headers.get('x-content-type-options'), headers.get('cache-control'), headers.get('connection')]).toEqual([
        'nosniff',
        'no-store',
        'close',
      ]);
    },
  );

  it('behind a request that is still being answered gets silence, never that request’s answer', async () => {
    const right = `GET /v1/services HTTP/1.1\r\n${host}\r\n`;
    const { status, body } = await rawExchange(server.port, [`${right}HALO\r\n\r\n`]);
    expect([0, 200]).toContain(status);
    expect(body).not.toContain('urn:ajukan:problem');
  });

  it('an expectation that nobody knows is no reason to refuse', async () => {
    const text = `GET /health/live HTTP/1.1\r\n${host}Expect: fly\r\nConnection: close\r\n\r\n`;
    expect((await rawExchange(server.port, [text])).status).toBe(200);
  });
});
