/** An office that has worked for half a year, and its head. */
import path from 'node:path';
import { migrate } from '#server/stores/migrate.ts';
import { sqlStatisticsStore } from '#server/stores/sql-statistics-store.ts';
import { openSqliteDatabase } from '#server/stores/sqlite-database.ts';
import { startServer } from '#server/start.ts';
import { openTestProvider } from '#tests/fakes/oidc/test-provider.ts';
import { putWorld, type World } from '#tests/suites/statistics-world.ts';
import { ChromiumPhone } from '../harness/chromium.ts';
import type { Stage } from '../harness/stage.ts';
import { at, isOn, isThere } from './screen.ts';

const webDist = path.resolve(process.env['WEB_DIST'] ?? 'dist');

/** What the world says lies in its database before it opens; the head comes in through the provider. */
export async function openHeadsOffice(stage: Stage, world: World) {
  const dataDir = stage.folder('office-of-half-a-year');
  const open = () => openSqliteDatabase(path.join(dataDir, 'app.db'));
  const database = open();
  await migrate(database, Date.now());
  await putWorld(database, world);
  await database.close();
  const provider = await openTestProvider();
  provider.people.set('a-1', { name: 'KANARI Kepala', roles: ['penandatangan'], offices: ['dinas:36.03'] });
  const server = await startServer({
    port: 0,
    dataDir,
    webDist,
    logLevel: 'silent',
    provider: provider.settings,
  });
  provider.serve(server.url);
  const computer = stage.own(await ChromiumPhone.launch({ origin: server.url, profile: stage.folder('chromium') }));
  await computer.page.setViewportSize({ width: 1280, height: 800 });
  const opened = open();
  const holidays = [...(await sqlStatisticsStore(opened).holidays())];
  await opened.close();
  return {
    computer,
    /** As its calendar has them, whatever the world says. */
    holidays,
    close: async () => {
      await server.close();
      await provider.close();
    },
  };
}

export async function comesIn(computer: ChromiumPhone): Promise<void> {
  await computer.open('/meja');
  await computer.press(at('official-sign-in'));
  await isOn(computer, /^\/meja$/);
  await isThere(computer, at('desk-queue'));
}
