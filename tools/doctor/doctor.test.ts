import { createServer as createTcp, type Server } from 'node:net';
import { createServer as createTls, type TlsOptions } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { linksOf } from './links.ts';
import { probe } from './probe.ts';
import { selfSigned } from './self-signed.ts';

const own = selfSigned();
const servers: Server[] = [];
const storeKeys = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listening(server: Server): Promise<number> {
  servers.push(server);
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const tlsServer = (options: TlsOptions = {}) => {
  const server = createTls({ ...own, ...options }, (socket) => socket.on('error', () => undefined));
  return server.on('tlsClientError', () => undefined);
};
const judge = async (port: number, speaks: 'tls' | 'postgres' = 'tls', ca: string | undefined = own.cert) =>
  probe({ name: 'x', speaks, host: 'localhost', port }, ca);

describe('doctor --tls', () => {
  it('takes TLS 1.2 and later with a certificate that holds', async () => {
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const port = await listening(tlsServer({ minVersion: version, maxVersion: version }));
      expect(await judge(port)).toMatchObject({ state: 'ok', words: expect.stringContaining(version) });
    }
  });

  it('refuses what also speaks older ones, what nobody vouches for, and what is no TLS at all', async () => {
    const oldToo = await listening(tlsServer({ minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' }));
    expect(await judge(oldToo)).toMatchObject({ state: 'bad', words: expect.stringContaining('TLS 1.1') });
    const unknown = await listening(tlsServer());
    expect(await judge(unknown, 'tls', selfSigned().cert)).toMatchObject({ state: 'bad' });
    const plain = await listening(
      createTcp((socket) => socket.on('error', () => undefined).end('HTTP/1.1 400 \r\n\r\n')),
    );
    expect(await judge(plain)).toMatchObject({ state: 'bad' });
  });

  it('asks a database the way databases are asked', async () => {
    const inner = await listening(tlsServer());
    const refusing = await listening(createTcp((socket) => socket.once('data', () => socket.end('N'))));
    expect(await judge(refusing, 'postgres')).toMatchObject({ state: 'bad', words: expect.stringContaining('offer') });
    const { connect } = await import('node:net');
    const offering = await listening(
      createTcp((socket) => {
        socket
          .on('error', () => undefined)
          .once('data', (asked) => {
            if (asked.toString('hex') !== '0000000804d2162f') return void socket.destroy();
            const through = connect(inner, 'localhost').on('error', () => undefined);
            socket.write('S');
            socket.pipe(through).pipe(socket);
          });
      }),
    );
    expect(await judge(offering, 'postgres')).toMatchObject({ state: 'ok' });
  });

  it('says what it could not reach, and blames nobody for it', async () => {
    const server = createTcp();
    const port = await listening(server);
    await new Promise((resolve) => server.close(resolve));
    expect(await judge(port)).toMatchObject({ state: 'not reached' });
  });

  it.each<[Readonly<Record<string, string>>, string, string | undefined]>([
    [{}, 'PUBLIC_URL', 'bad'],
    [{ PUBLIC_URL: 'http://ajukan.example' }, 'PUBLIC_URL', 'bad'],
    [{ PUBLIC_URL: 'http://localhost:8080' }, 'PUBLIC_URL', 'ok'],
    [{ PUBLIC_URL: 'https://ajukan.example' }, 'PUBLIC_URL', undefined],
    [{ DATABASE_URL: 'postgres://a:b@db.example/x' }, 'DATABASE_URL', 'bad'],
    [{ DATABASE_URL: 'postgres://a:b@db.example/x?sslmode=prefer' }, 'DATABASE_URL', 'bad'],
    [{ DATABASE_URL: 'postgres://a:b@db.example/x?sslmode=require' }, 'DATABASE_URL', 'bad'],
    [{ DATABASE_URL: 'postgres://a:b@db.example/x?sslmode=verify-full' }, 'DATABASE_URL', undefined],
    [{ DATABASE_URL: 'postgres://a:b@127.0.0.1/x' }, 'DATABASE_URL', 'ok'],
    [{ CLAMD_HOST: 'clamav.example' }, 'CLAMD_HOST', 'bad'],
    [{ OTP_WEBHOOK_URL: 'http://sms.example' }, 'OTP_WEBHOOK_URL', 'bad'],
    [{}, 'the files', 'ok'],
    [{ STORAGE_URL: 's3://papers?endpoint=http://store:9000', ...storeKeys }, 'STORAGE_URL', 'bad'],
    [{ STORAGE_URL: 's3://papers?endpoint=http://127.0.0.1:9000', ...storeKeys }, 'STORAGE_URL', 'ok'],
    [{ STORAGE_URL: 's3://papers?endpoint=https://store:9000', ...storeKeys }, 'STORAGE_URL', undefined],
    [{ STORAGE_URL: 'papers', ...storeKeys }, 'STORAGE_URL', 'bad'],
  ])('reads %j', (set, name, state) => {
    const found = linksOf((variable) => set[variable]).find((link) => link.name === name);
    expect(found).toBeDefined();
    expect(found !== undefined && 'state' in found ? found.state : undefined).toBe(state);
  });
});
