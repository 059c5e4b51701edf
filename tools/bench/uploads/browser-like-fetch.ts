/**
 * fetch over node:http with what a browser does and the fetch of Node does not: six connections to one office, a
 * connection that lives on after HEAD, and another try of what carries nothing when the connection was dead already.
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
    const send = async (): Promise<IncomingMessage> => {
      const asked = request(url, { method, headers, agent, ...(signal ? { signal } : {}) });
      asked.end(body instanceof ArrayBuffer ? new Uint8Array(body) : (body ?? undefined));
      try {
        const answers: unknown[] = await once(asked, 'response');
        if (answers[0] instanceof IncomingMessage) return answers[0];
      } catch (error) {
        if (!asked.reusedSocket || body || signal?.aborted === true) throw error;
        return send();
      }
      throw new TypeError('no answer');
    };
    const answer = await send();
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
