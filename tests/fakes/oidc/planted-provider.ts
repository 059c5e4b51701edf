import { generateKeyPairSync, sign } from 'node:crypto';
import { listenOnLoopback } from './loopback-listener.ts';

export interface PlantedToken {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** Which key signs: its own, another one under the same name, or none at all. */
  readonly signedBy: 'itself' | 'stranger' | 'nobody';
}

export interface PlantedProvider {
  readonly issuer: string;
  /** The next ID tokens; what is not said of them is in order. */
  plant(token: Partial<PlantedToken>): void;
  close(): Promise<void>;
}

const keyName = 'k1';

/** A provider that says whatever a test has planted; everything else of it is in order. */
export async function openPlantedProvider(): Promise<PlantedProvider> {
  const listener = await listenOnLoopback();
  const issuer = listener.url;
  const keys = { itself: newKey(), stranger: newKey() };
  let planted: Partial<PlantedToken> = {};
  let nonce = '';

  function idToken(): string {
    const { header = { alg: 'ES256', kid: keyName }, claims = {}, signedBy = 'itself' } = planted;
    const nowS = Math.floor(Date.now() / 1000);
    const usual = { iss: issuer, sub: 'a-1', aud: 'ajukan', iat: nowS, exp: nowS + 60, nonce };
    const signed = `${encoded(header)}.${encoded({ ...usual, roles: ['admin'], ...claims })}`;
    if (signedBy === 'nobody') return `${signed}.`;
    const signature = sign('sha256', Buffer.from(signed), {
      key: keys[signedBy].privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    return `${signed}.${signature.toString('base64url')}`;
  }

  const pages: Readonly<Record<string, (url: URL) => unknown>> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256', 'HS256', 'none'],
    }),
    '/jwks': () => ({ keys: [{ ...keys.itself.publicKey.export({ format: 'jwk' }), kid: keyName, use: 'sig' }] }),
    '/token': () => ({ access_token: 'a', token_type: 'Bearer', id_token: idToken() }),
  };
  listener.answerWith((request, answer) => {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/auth') {
      nonce = url.searchParams.get('nonce') ?? '';
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', 'planted');
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      return void answer.writeHead(302, { Location: back.href }).end();
    }
    const page = pages[url.pathname];
    if (page === undefined) return void answer.writeHead(404).end();
    return void answer.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(page(url)));
  });
  return {
    issuer,
    plant: (token) => {
      planted = token;
    },
    close: () => listener.close(),
  };
}

function newKey() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
