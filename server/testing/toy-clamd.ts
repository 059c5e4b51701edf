import { createServer, type Socket } from 'node:net';

export interface ToyClamd {
  readonly port: number;
  /** What it has been sent, whole. */
  readonly seen: readonly Buffer[];
  /** Says nothing more; what it has been sent it answers when it goes on. */
  pause(): void;
  resume(): void;
  /** Ends at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** On the same port. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface ToyClamdSettings {
  /** Bytes in which it finds something. */
  readonly word: string;
  /** A file that is harmful as a whole. */
  readonly whole?: Uint8Array;
  /** It says that anything longer is too long for it. */
  readonly longestBytes?: number;
  /** How it fails. */
  readonly mood?: 'well' | 'silent' | 'hangs-up' | 'half';
}

/** Speaks INSTREAM as clamd does, and knows one harmful word and one harmful file. */
export async function startToyClamd(settings: ToyClamdSettings): Promise<ToyClamd> {
  const { word, whole, longestBytes = Infinity, mood = 'well' } = settings;
  const seen: Buffer[] = [];
  const sockets = new Set<Socket>();
  const waiting: (() => void)[] = [];
  let isPaused = false;
  const whenAwake = (act: () => void): void => {
    if (isPaused) waiting.push(act);
    else act();
  };
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
      whenAwake(() => {
        if (stream.length > longestBytes) socket.end('INSTREAM size limit exceeded. ERROR\0');
        else socket.end(mood === 'half' ? verdictOn(stream).slice(0, -1) : verdictOn(stream));
      });
    });
  });

  function verdictOn(stream: Buffer): string {
    const isHarm = stream.includes(word) || (whole !== undefined && Buffer.compare(stream, whole) === 0);
    return isHarm ? 'stream: Toy.Harm FOUND\0' : 'stream: OK\0';
  }

  async function listen(port: number): Promise<number> {
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  async function end(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    waiting.splice(0);
    isPaused = false;
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  }

  const port = await listen(0);
  return {
    port,
    seen,
    pause: () => {
      isPaused = true;
    },
    resume: () => {
      isPaused = false;
      for (const act of waiting.splice(0)) act();
    },
    kill: end,
    restart: async () => {
      await end();
      await listen(port);
    },
    close: end,
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
