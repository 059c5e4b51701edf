import { createServer } from 'node:http';
import { getRequestListener, RequestError } from '@hono/node-server';
import { refusedOutside, refuseMalformed } from './http/refuse-malformed.ts';
import { StartProblem } from './start-problem.ts';

export interface Listener {
  readonly url: string;
  readonly port: number;
  /** Resolves when every connection is gone; after 8 s the last ones are cut. */
  close(): Promise<void>;
}

interface Fetcher {
  fetch(request: Request, env: object): Response | Promise<Response>;
}

const patienceMs = 8000;
const idleCheckMs = 100;
/** A connection without a byte in either direction for this long is closed: the other side has gone. */
const silenceMs = 120_000;
/** Longer than proxies and phones keep an idle connection, so that it is rarely closed under a request on its way. */
const keepAliveMs = 55_000;

export interface ListenSettings {
  /** 0 takes any free one. */
  readonly port: number;
  /** People come over TLS, which somebody in front takes off. */
  readonly https: boolean;
  /** Gets the address, which is known only now when the port was free to choose. */
  readonly makeApp: (url: string) => Fetcher;
}

/** Listens on all addresses. */
export async function listen({ port, https, makeApp }: ListenSettings): Promise<Listener> {
  // A missing host is refused below, with the words and headers of every refusal.
  const server = createServer({ requireHostHeader: false });
  // A large file over a slow line takes as long as it takes: what counts is that bytes keep coming.
  server.requestTimeout = 0;
  server.timeout = silenceMs;
  server.keepAliveTimeout = keepAliveMs;
  await opened(server, port);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Listening on no port');
  const url = `http://localhost:${address.port}`;
  const app = makeApp(url);
  const errorHandler = (error: unknown) =>
    refusedOutside(error instanceof RequestError ? 'not-http' : 'internal', https);
  const answer = getRequestListener((request, env) => app.fetch(request, env), { errorHandler });
  refuseMalformed(server, https);
  server.on('request', (incoming, outgoing) => void answer(incoming, outgoing));
  // Whatever it expects: it gets the answer that it would get without.
  server.on('checkExpectation', (incoming, outgoing) => server.emit('request', incoming, outgoing));
  return { url, port: address.port, close: () => closed(server) };
}

function opened(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const words: Readonly<Record<string, string>> = {
        EADDRINUSE: `Port ${port} is already in use. Stop the other program, or set PORT to another number.`,
        EACCES: `Port ${port} needs more rights than this user has. Set PORT to a number from 1024 to 65535.`,
      };
      reject(
        new StartProblem(words[error.code ?? ''] ?? `Can't listen on port ${port} (${error.code ?? 'unknown'}).`, {
          cause: error,
        }),
      );
    });
    server.listen(port, resolve);
  });
}

/** Keep-alive connections don't end by themselves: the idle ones are closed again and again until none is left. */
function closed(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), idleCheckMs);
    const late = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
