import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { SecurityContext } from './check.ts';
import { publicOrigin } from './security-server.ts';

/** What a browser says of a request that another page has made. */
const foreign: readonly Readonly<Record<string, string>>[] = [
  { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://jahat.example' },
  { 'Sec-Fetch-Site': 'same-site', Origin: 'https://lain.ajukan.example' },
  { 'Sec-Fetch-Site': 'none' },
  { Origin: 'https://jahat.example' },
  { Origin: 'null' },
  { Origin: `${publicOrigin}.jahat.example` },
  { Origin: 'http://ajukan.example' },
  {},
];

/** Public routes that are no GET: a program that is no browser says nothing of its site and may call them. */
const openToPrograms = /^\/v1\/auth\/|^\/share$|\/orders\/[^/]+\/receipt$|^\/v1\/status-lookups$/;

/** R25: with somebody's cookie, another site changes nothing; and no address that is only read changes anything. */
export async function checkForgery({ server: open }: SecurityContext): Promise<readonly string[]> {
  const server = await open();
  const faults: string[] = [];
  await server.apply();
  const { cookie } = await server.signIn('siti');
  const before = contentOf(server.dataDir);
  const changing = server.everything.filter(({ method }) => !['GET', 'OPTIONS', 'BREW'].includes(method));
  let tried = 0;
  for (const { method, path } of changing) {
    for (const headers of foreign) {
      if (openToPrograms.test(path) && Object.keys(headers).length === 0) continue;
      const answer = await server.send(path, {
        method,
        headers: { ...headers, Cookie: cookie, 'Content-Type': 'application/json' },
        body: '{}',
      });
      await answer.arrayBuffer();
      tried += 1;
      // A file that another app shares belongs to no session and is not read.
      const harmless = path === '/share' ? answer.status === 303 : [403, 404, 405].includes(answer.status);
      if (!harmless) faults.push(`${method} ${path} from ${JSON.stringify(headers)} answers ${answer.status}`);
    }
  }
  for (const { path } of server.everything)
    await (await server.send(path, { headers: { Cookie: cookie } })).arrayBuffer();
  if (contentOf(server.dataDir) !== before) faults.push('something of it has changed the database');
  if (tried < 40) faults.push(`only ${tried} requests were tried`);
  return faults;
}

/** R26: nobody else's page may read an answer, whatever it says of itself. */
export async function checkSharing({ server: open }: SecurityContext): Promise<readonly string[]> {
  const server = await open();
  const faults: string[] = [];
  const origins = foreign.flatMap(({ Origin }) => (Origin === undefined ? [] : [Origin]));
  for (const { path } of server.everything) {
    for (const origin of [...origins, 'https://ajukan.example%00.jahat.example', 'http://localhost:5173']) {
      for (const method of ['GET', 'OPTIONS']) {
        const answer = await server.send(path, {
          method,
          headers: { Origin: origin, 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'x' },
        });
        await answer.arrayBuffer();
        const shared = [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'));
        if (shared.length > 0) faults.push(`${method} ${path} shares with ${origin}: ${shared.join(', ')}`);
      }
    }
  }
  return faults;
}

/** Everything that people have put there. The audit log and the sessions' own times do change. */
function contentOf(dataDir: string): string {
  const database = new DatabaseSync(join(dataDir, 'app.db'), { readOnly: true });
  const tables = ['application', 'document', 'decision', 'change', 'history', 'revision', 'withdrawal', 'result'];
  const content = tables.map((table) => database.prepare(`SELECT * FROM ${table} ORDER BY 1`).all());
  database.close();
  return JSON.stringify(content);
}
