import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TokenResponse } from '#contract/identity-schemas.ts';
import type { AppPorts } from '#server/app-ports.ts';
import type { ServerSettings } from '#server/server-settings.ts';
import { startServer } from '#server/start.ts';
import type { AuditNote } from '#server/stores/audit-chain.ts';
import type { AuditLog } from '#server/stores/audit-log.ts';
import { writeTestMap } from '#server/testing/test-map.ts';
import type { Backend } from './backend.ts';

/** New accounts each time: on a database that stays, another run must not write into the same feed. */
const people = () => [
  {
    accountId: `contract-${randomUUID()}`,
    login: '0812-0000-0001',
    name: 'KANARI Siti',
    roles: ['pemohon' as const],
    code: '111111',
  },
  {
    accountId: `contract-${randomUUID()}`,
    login: '0812-0000-0002',
    name: 'KANARI Budi',
    roles: ['pemohon' as const],
    code: '222222',
  },
  {
    accountId: `contract-${randomUUID()}`,
    login: '0812-0000-0009',
    name: 'KANARI Petugas',
    roles: ['verifikator' as const],
    posts: [
      { level: 'dinas' as const, area: '36.03' },
      { level: 'kecamatan' as const, area: '36.03' },
      { level: 'desa' as const, area: '36.03' },
    ],
    code: '999999',
  },
];

/**
 * The reference backend on a free port, with a data folder of its own that goes with it.
 * @param databaseUrl PostgreSQL, or null for the embedded database
 * @param adapt spoils one of its parts
 * @param settings of one that stands before another backend
 */
export async function startReferenceBackend(
  databaseUrl: string | null,
  adapt: (ports: AppPorts) => AppPorts = (ports) => ports,
  settings: Pick<ServerSettings, 'backendUrl' | 'storage'> & { readonly port?: number } = {},
): Promise<Backend> {
  const dataDir = mkdtempSync(join(tmpdir(), 'contract-'));
  const demoAccounts = people();
  const mapTiles = join(dataDir, 'peta.mbtiles');
  writeTestMap(mapTiles, { maxZoom: 9 });
  const messages = new Map<string, string>();
  const noted: AuditNote[] = [];
  const server = await startServer({
    port: 0,
    dataDir,
    demoAccounts,
    webDist: join(dataDir, 'no-app'),
    databaseUrl,
    mapTiles,
    adapt: (ports) => adapt({ ...ports, audit: recorded(ports.audit, noted) }),
    logLevel: 'silent',
    // As README.md asks of every test instance: two people make the requests of hundreds.
    rateLimits: null,
    codeGateway: {
      send: (message) => {
        if (message.kind === 'code') messages.set(message.phone, message.code);
        return Promise.resolve('sent');
      },
    },
    ...settings,
  }).catch((error: unknown) => {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  });
  const [tokenA, tokenB, tokenOfficer] = await Promise.all(
    demoAccounts.map(async (person) => signIn(server.url, person)),
  );
  if (tokenA === undefined || tokenB === undefined || tokenOfficer === undefined) throw new Error('nobody signed in');
  return {
    baseUrl: server.url,
    tokenA,
    tokenB,
    tokenOfficer,
    codeSentTo: (phone) => Promise.resolve(messages.get(phone)),
    revealsNotedOf: async (id) =>
      noted.filter(({ event, subject }) => event === 'reveal' && subject === id).map((note) => JSON.stringify(note)),
    stop: async () => {
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Remembers what the log has taken. */
function recorded(audit: AuditLog, noted: AuditNote[]): AuditLog {
  return {
    ...audit,
    append: async (note, nowMs) => {
      await audit.append(note, nowMs);
      noted.push(note);
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
