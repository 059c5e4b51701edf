import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { rawProblem } from './problem.ts';
import type { ProblemKind } from './problem-kinds.ts';
import { addSecurityHeaders } from './security-headers.ts';

/** How long a connection may stay silent after it was refused; a reset at once could take the answer with it. */
const lingerMs = 1000;

/** A refusal of what never reaches the app, with the headers that every answer has. */
export function refusedOutside(kind: ProblemKind, https: boolean): Response {
  const answer = rawProblem(kind, { headers: { Connection: 'close' } });
  addSecurityHeaders(answer.headers, https);
  return answer;
}

/**
 * Answers what Node can't read as HTTP. Only where the broken bytes belong to the one request that waits for an answer:
 * behind another one the answer would be taken for that one's, so there the connection ends in silence.
 */
export function refuseMalformed(server: Server, https: boolean): void {
  const waiting = new WeakMap<Duplex, Set<ServerResponse>>();
  const refused = new WeakSet<Duplex>();
  server.on('request', ({ socket }, outgoing) => {
    const others = waiting.get(socket) ?? new Set();
    waiting.set(socket, others.add(outgoing));
    outgoing.once('close', () => others.delete(outgoing));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (refused.has(socket)) return;
    refused.add(socket);
    const isTaken = [...(waiting.get(socket) ?? [])].some(({ headersSent, req }) => headersSent || req.complete);
    if (isTaken || !socket.writable || error.code === 'ECONNRESET') socket.destroy();
    else void write(socket, refusedOutside(kindOf(error.code), https));
  });
}

function kindOf(code: string | undefined): ProblemKind {
  if (code === 'HPE_HEADER_OVERFLOW') return 'headers-too-large';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'too-slow' : 'not-http';
}

async function write(socket: Duplex, answer: Response): Promise<void> {
  const body = await answer.text();
  const lines = [
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}`,
    ...[...answer.headers].map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
  if (socket instanceof Socket) socket.setTimeout(lingerMs, () => socket.destroy());
}
