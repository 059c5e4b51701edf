import { connect, type Socket } from 'node:net';
import type { VirusScanner } from './virus-scanner.ts';

export interface ClamdAddress {
  readonly host: string;
  readonly port: number;
}

/** A paper of 10 MB takes less than a second; who waits has a phone with a request open. */
const patienceMs = 15_000;
/** clamd takes them of any length; the last one is empty. */
const pieceBytes = 64 * 1024;
const longestAnswer = 4096;

/**
 * ClamAV's daemon, asked over TCP: https://docs.clamav.net/manual/Usage/Scanning.html#clamd, INSTREAM. One connection for
 * one paper. Whatever goes wrong, also a limit of its own that it reports, is no answer.
 */
export function clamdScanner({ host, port }: ClamdAddress, waitMs = patienceMs): VirusScanner {
  return {
    scan: (bytes) =>
      new Promise((resolve) => {
        const socket = connect({ host, port });
        let answer = '';
        socket.setTimeout(waitMs, () => socket.destroy());
        socket.on('error', () => undefined);
        socket.on('connect', () => sendPieces(socket, bytes));
        socket.on('data', (chunk: Buffer) => {
          answer += chunk.toString('latin1').slice(0, longestAnswer);
          if (answer.includes('\0') || answer.length > longestAnswer) socket.destroy();
        });
        socket.on('close', () => resolve(verdictIn(answer)));
      }),
  };
}

function sendPieces(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes);
    socket.write(lengthOf(piece.length));
    socket.write(piece);
  }
  socket.write(lengthOf(0));
}

function lengthOf(count: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(count);
  return bytes;
}

/** `stream: OK`, `stream: Eicar-Test-Signature FOUND`, and everything else. Only a whole answer is one. */
function verdictIn(answer: string): 'clean' | 'infected' | 'no-answer' {
  const [line, ...more] = answer.split('\0');
  if (line === undefined || more.length === 0) return 'no-answer';
  if (line === 'stream: OK') return 'clean';
  return /^stream: .+ FOUND$/.test(line) ? 'infected' : 'no-answer';
}
