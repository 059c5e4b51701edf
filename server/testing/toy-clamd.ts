import { createServer, type Socket } from 'node:net';

export interface ToyClamd {
  readonly port: number;
  /** What it has been sent, whole. */
  readonly seen: readonly Buffer[];
  close(): Promise<void>;
}

/**
 * Speaks INSTREAM as clamd does, and knows one harmful word. `mood`: how it fails.
 * @param signature bytes in which it finds something
 */
export async function startToyClamd(
  signature: string,
  mood: 'well' | 'silent' | 'hangs-up' | 'limit' | 'half' = 'well',
): Promise<ToyClamd> {
  const seen: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let held = Buffer.alloc(0);
    if (mood === 'hangs-up') socket.destroy();
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      held = Buffer.concat([held, Buffer.from(chunk)]);
      const stream = streamIn(held);
      if (stream === null || mood === 'silent') return;
      seen.push(stream);
      const found = stream.includes(signature) ? `stream: ${signature} FOUND\0` : 'stream: OK\0';
      if (mood === 'limit') socket.end('INSTREAM size limit exceeded. ERROR\0');
      else socket.end(mood === 'half' ? found.slice(0, -1) : found);
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    port,
    seen,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The bytes between the command and the empty piece; null while they are still coming. */
function streamIn(held: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (held.toString('latin1', 0, command.length) !== command) return null;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= held.length; ) {
    const length = held.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > held.length) return null;
    pieces.push(held.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
