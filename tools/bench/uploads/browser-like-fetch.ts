/**
 * fetch over node:http with what a browser does and the fetch of Node does not: six connections to one office, and a
 * connection that lives on after HEAD.
 */
import { once } from 'node:events';
import { Agent, IncomingMessage, request } from 'node:http';

export function browserLikeFetch(): typeof fetch & { close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 6 });
  const ask = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = input instanceof Request ? input.url : input;
    const { method = 'GET', signal, body } = init;
    const headers: Record<string, string> = Object.fromEntries(new Headers(init.headers));
    if (body instanceof ArrayBuffer) headers['content-length'] = String(body.byteLength);
    const asked = request(url, { method, headers, agent, ...(signal ? { signal } : {}) });
    asked.end(body instanceof ArrayBuffer ? new Uint8Array(body) : (body ?? undefined));
    const answers: unknown[] = await once(asked, 'response');
    const answer = answers[0];
    if (!(answer instanceof IncomingMessage)) throw new TypeError('no answer');
    const pieces: Buffer[] = [];
    for await (const piece of answer) if (Buffer.isBuffer(piece)) pieces.push(piece);
    const status = answer.statusCode ?? 0;
    const hasBody = method !== 'HEAD' && status !== 204;
    return new Response(hasBody ? new Blob(pieces.map((piece) => new Uint8Array(piece))) : null, {
      status,
      headers: Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]),
    });
  };
  return Object.assign(ask, { close: () => agent.destroy() });
}
