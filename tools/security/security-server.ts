import { globSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { accessTable } from '#server/http/access.ts';
import { type RawAnswer, rawExchange } from '#server/testing/raw-exchange.ts';
import { testAccounts, type TestPerson } from '#server/testing/test-accounts.ts';
import { startTestServer, testFolder } from '#server/testing/test-server.ts';
import { paperlessService } from '#server/testing/test-service.ts';
import { testSubmission } from '#server/testing/test-submission.ts';
import { root } from '../node24.mjs';

export const publicOrigin = 'https://ajukan.example';

export interface SecurityServer {
  readonly url: string;
  readonly dataDir: string;
  readonly port: number;
  send(path: string, init?: RequestInit): Promise<Response>;
  /** As a browser of our own page does it; resolves with the cookie as it goes back, and the answer. */
  signIn(person: TestPerson, carried?: string): Promise<{ readonly cookie: string; readonly answer: Response }>;
  /** Every route once, with an id that nobody has, and addresses and methods that nobody serves. */
  readonly everything: readonly { readonly method: string; readonly path: string }[];
  /** Bytes that are no HTTP. */
  malformed(): Promise<RawAnswer>;
  /** An application of siti's that is complete; resolves with its address. */
  apply(): Promise<{ readonly path: string; readonly id: string }>;
  close(): Promise<void>;
}

export const fromOwnPage = { Origin: publicOrigin, 'Sec-Fetch-Site': 'same-origin' };

export async function openSecurityServer(): Promise<SecurityServer> {
  const folder = testFolder();
  const webDist = join(root, 'dist');
  const server = await startTestServer(folder, { publicUrl: publicOrigin, webDist });
  const send = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, { redirect: 'manual', ...init });
  const cookies = new Map<TestPerson, string>();

  async function signIn(person: TestPerson, carried?: string) {
    const { login, code } = testAccounts[person];
    const answer = await send('/v1/auth/token', {
      method: 'POST',
      headers: {
        ...fromOwnPage,
        'Content-Type': 'application/json',
        ...(carried === undefined ? {} : { Cookie: carried }),
      },
      body: JSON.stringify({ grant_type: 'urn:ajukan:params:oauth:grant-type:demo', login, code }),
    });
    return { answer, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  }

  return {
    url: server.url,
    port: server.port,
    dataDir: folder.dataDir,
    send,
    signIn,
    everything: everything(webDist),
    malformed: () => rawExchange(server.port, ['HALO\r\n\r\n']),
    apply: async () => {
      const known = cookies.get('siti') ?? (await signIn('siti')).cookie;
      cookies.set('siti', known);
      const { id, path, body } = testSubmission([]);
      const device = { id: uuidv7(), sequence: 1 };
      const answer = await send(path, {
        method: 'PUT',
        headers: { ...fromOwnPage, Cookie: known, 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...body, device, serviceId: paperlessService.id, schemaVersion: 1 }),
      });
      if (answer.status !== 201) throw new Error(`An application was answered with ${answer.status}`);
      return { id, path };
    },
    close: async () => {
      await server.close();
      folder.remove();
    },
  };
}

function everything(webDist: string) {
  const someId = '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f';
  const routes = [...accessTable.keys()].map((key) => {
    const [method = '', pattern = ''] = key.split(' ');
    return { method, path: pattern.replaceAll(/:\w+/g, someId).replace('*', 'halaman') };
  });
  const files = globSync('{*,assets/*}.{html,js,css,webmanifest,json,png,svg}', { cwd: webDist }).slice(0, 60);
  return [
    ...routes,
    ...files.map((name) => ({ method: 'GET', path: `/${name}` })),
    { method: 'GET', path: '/v1/tidak-ada' },
    { method: 'GET', path: '/assets/tidak-ada.js' },
    { method: 'GET', path: '/../../etc/passwd' },
    { method: 'BREW', path: '/v1/me' },
    { method: 'DELETE', path: '/v1/services' },
    { method: 'OPTIONS', path: '/v1/me' },
  ];
}
