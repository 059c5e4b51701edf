import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TokenResponse } from '#contract/schemas.ts';
import { startServer } from '#server/start.ts';
import type { Backend } from './backend.ts';

const people = [
  { accountId: 'contract-a', login: '0812-0000-0001', name: 'KANARI Siti', roles: ['pemohon'], code: '111111' },
  { accountId: 'contract-b', login: '0812-0000-0002', name: 'KANARI Budi', roles: ['pemohon'], code: '222222' },
  { accountId: 'contract-o', login: '0812-0000-0009', name: 'KANARI Petugas', roles: ['verifikator'], code: '999999' },
] as const;

/**
 * The reference backend on a free port, with a data folder of its own that goes with it.
 * @param databaseUrl PostgreSQL, or null for the embedded database
 */
export async function startReferenceBackend(databaseUrl: string | null): Promise<Backend> {
  const dataDir = mkdtempSync(join(tmpdir(), 'contract-'));
  const server = await startServer({
    port: 0,
    dataDir,
    demoAccounts: people,
    webDist: join(dataDir, 'no-app'),
    databaseUrl,
    logLevel: 'silent',
  });
  const [tokenA, tokenB, tokenOfficer] = await Promise.all(people.map(async (person) => signIn(server.url, person)));
  if (tokenA === undefined || tokenB === undefined || tokenOfficer === undefined) throw new Error('nobody signed in');
  return {
    baseUrl: server.url,
    tokenA,
    tokenB,
    tokenOfficer,
    stop: async () => {
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function signIn(url: string, { login, code }: { login: string; code: string }): Promise<string> {
  const response = await fetch(`${url}/v1/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'urn:ajukan:params:oauth:grant-type:demo', login, code }),
  });
  return TokenResponse.parse(await response.json()).access_token;
}
