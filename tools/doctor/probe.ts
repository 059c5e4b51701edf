import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import type { Judged, Link } from './links.ts';

const patienceMs = 5000;
/** "Do you speak TLS?": https://www.postgresql.org/docs/current/protocol-message-formats.html */
const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
/** Old protocols also need old ciphers, or this side would refuse them by itself. */
const old: ConnectionOptions = {
  minVersion: 'TLSv1',
  maxVersion: 'TLSv1.1',
  ciphers: 'DEFAULT:@SECLEVEL=0',
  rejectUnauthorized: false,
};

/**
 * Whether a link is encrypted by TLS 1.2 or later, with a certificate that holds, and by nothing older.
 * @param ca certificates that are trusted besides the usual ones, for those of an office's own
 */
export async function probe(link: Link, ca?: string): Promise<Judged> {
  const { name } = link;
  const trusted: ConnectionOptions = { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) };
  try {
    const { protocol, validTo } = await handshake(link, trusted);
    if (await speaks(link, old)) return { name, state: 'bad', words: 'also takes TLS 1.1 or older: turn it off' };
    return { name, state: 'ok', words: `${protocol}, certificate until ${validTo}` };
  } catch (error) {
    return judged(name, error);
  }
}

/** Nobody there is no verdict; somebody who does not speak TLS, or shows a wrong certificate, is one. */
function judged(name: string, error: unknown): Judged {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words = error instanceof Error ? error.message : String(error);
  const isAway = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/.test(code);
  return { name, state: isAway ? 'not reached' : 'bad', words: code === '' ? words : `${words} (${code})` };
}

async function speaks(link: Link, options: ConnectionOptions): Promise<boolean> {
  return await handshake(link, options).then(
    () => true,
    () => false,
  );
}

async function handshake(
  { speaks: begins, host, port }: Link,
  options: ConnectionOptions,
): Promise<{ readonly protocol: string; readonly validTo: string }> {
  const socket = await opened(host, port);
  try {
    if (begins === 'postgres') await askPostgres(socket);
    // A name, or the certificate would be for nobody; an address has none.
    const secure = connectTls({ ...options, socket, host, ...(/[a-z]/i.test(host) ? { servername: host } : {}) });
    await settled(secure, 'secureConnect');
    return { protocol: secure.getProtocol() ?? '', validTo: secure.getPeerCertificate().valid_to };
  } finally {
    socket.destroy();
  }
}

async function opened(host: string, port: number): Promise<Socket> {
  const socket = connectTcp({ host, port });
  await settled(socket, 'connect');
  return socket;
}

async function askPostgres(socket: Socket): Promise<void> {
  const answered = new Promise<Buffer>((resolve, reject) => {
    socket
      .once('data', resolve)
      .once('error', reject)
      .once('close', () => reject(new Error('it hung up')));
  });
  socket.write(sslRequest);
  const answer = await answered;
  if (answer.toString('latin1') !== 'S') throw new Error('the database does not offer TLS');
}

function settled(socket: Socket | TLSSocket, event: 'connect' | 'secureConnect'): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' }));
      socket.destroy();
    }, patienceMs);
    const end = (then: () => void) => () => {
      clearTimeout(late);
      then();
    };
    socket.once(event, end(resolve));
    socket.once('error', (error: Error) => end(() => reject(error))());
    socket.once(
      'close',
      end(() => reject(new Error('it hung up'))),
    );
  });
}
