import { createServer, type RequestListener } from 'node:http';

export interface LoopbackListener {
  readonly url: string;
  /** Who answers from now on; before, everything is 404. */
  answerWith(listener: RequestListener): void;
  close(): Promise<void>;
}

/** A socket of this machine whose address is known before there is anything behind it. */
export async function listenOnLoopback(): Promise<LoopbackListener> {
  let listener: RequestListener = (_, answer) => void answer.writeHead(404).end();
  const server = createServer((request, answer) => listener(request, answer));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The listener has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    answerWith: (next) => {
      listener = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
