import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { examined, subscribedBrowser } from '#server/testing/push-scene.ts';
import { spawnServer, testFolder } from '#server/testing/test-server.ts';
import { type Brought, toyPushService } from '#server/testing/toy-push-service.ts';
import { scanBytes } from '../checks/canary-scan.ts';

const patienceMs = 15_000;

/**
 * R37 and F97: a server process wakes a browser over real sockets; what came to the push service, opened and as it was on
 * the wire, the job table and the log hold an id and nothing that anybody has written.
 */
export async function checkPushPayloads(): Promise<readonly string[]> {
  const folder = testFolder();
  const service = await toyPushService();
  const server = await spawnServer(folder, { LOG_LEVEL: 'debug', PUSH_TEST_ORIGIN: service.origin });
  try {
    const { endpoint } = await subscribedBrowser(server.url, service);
    const id = await examined(server.url);
    const [brought] = await broughtTo(() => service.broughtTo(endpoint));
    if (brought === undefined) return ['nothing was brought to the push service'];
    await server.end('SIGTERM');
    return [
      ...(brought.plain === JSON.stringify({ id }) ? [] : ['what is brought is something else than the id']),
      ...(brought.wire.includes(id) ? ['the id of the application can be read on the way'] : []),
      ...(brought.ttl > 0 ? [] : ['it has no end']),
      ...scan('what the browser opens', brought.plain),
      ...scan('the wire', brought.wire),
      ...scan('the log', server.said()),
      ...(server.said().includes(endpoint) ? ['the log tells where a browser is woken'] : []),
      ...scanStored(join(folder.dataDir, 'app.db')),
    ];
  } finally {
    await server.end('SIGKILL').catch(() => null);
    await service.close();
    folder.remove();
  }
}

const scan = (where: string, text: string) =>
  scanBytes(where, Buffer.from(text, 'latin1')).map(({ canary, coding }) => `${where}: ${canary} as ${coding}`);

function scanStored(file: string): readonly string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const read = (table: string) => JSON.stringify(database.prepare(`SELECT * FROM ${table}`).all());
  const [job, subscription, application] = [read('job'), read('push_subscription'), read('application')];
  database.close();
  return [
    ...scan('the table of jobs', job),
    ...scan('the subscriptions', subscription),
    // The scan is worth something only where the same scan finds what must be there.
    ...(scanBytes('', Buffer.from(application)).length === 0 ? ['the scan finds nothing where the answers are'] : []),
  ];
}

async function broughtTo(look: () => readonly Brought[]): Promise<readonly Brought[]> {
  const endMs = Date.now() + patienceMs;
  while (look().length === 0 && Date.now() < endMs)
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  return look();
}
