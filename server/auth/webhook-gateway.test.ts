import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Message } from './code-gateway.ts';
import { webhookGateway } from './webhook-gateway.ts';

const secret = 'only-for-tests-0123456789abcdefghij';
const message: Message = { kind: 'code', id: 'a', phone: '+6281299990001', code: '123456', text: 'Kode: 123456' };

interface Heard {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** @param statuses of the answers, in turn; null never answers */
async function listener(...statuses: readonly (number | null)[]) {
  const heard: Heard[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      const status = statuses[heard.length - 1];
      if (status === null) return;
      response.writeHead(status ?? 500, { Location: '/elsewhere' }).end();
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const url = `http://127.0.0.1:${port}/kirim`;
  return { heard, gateway: webhookGateway({ url, secret, timeoutMs: 1500, nowMs: () => 1_800_000_000_500 }) };
}

describe('the webhook', () => {
  it('brings the message in a body that is signed together with its time', async () => {
    const { heard, gateway } = await listener(204);
    expect(await gateway.send(message)).toBe('sent');
    const [one] = heard;
    expect(JSON.parse(one?.body ?? '')).toEqual(message);
    const signature = createHmac('sha256', secret).update(`1800000000.${one?.body}`).digest('hex');
    expect(one?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-ajukan-timestamp': '1800000000',
      'x-ajukan-signature': `sha256=${signature}`,
    });
  });

  it.each([[[503, 200]], [[null, 202]]])('is tried once more after %j, with the same id', async (statuses) => {
    const { heard, gateway } = await listener(...statuses);
    expect(await gateway.send(message)).toBe('sent');
    expect(heard).toHaveLength(2);
    expect(heard[0]?.body).toBe(heard[1]?.body);
  });

  it.each([[[500, 500]], [[404, 404]], [[302, 302]], [[null, null]]])(
    'has not sent anything after %j',
    async (statuses) => {
      const { heard, gateway } = await listener(...statuses);
      expect(await gateway.send(message)).toBe('not-sent');
      expect(heard).toHaveLength(2);
    },
  );

  it('has not sent anything where nobody listens', async () => {
    const { gateway } = await listener();
    server.close();
    server.closeAllConnections();
    expect(await gateway.send(message)).toBe('not-sent');
  });
});
