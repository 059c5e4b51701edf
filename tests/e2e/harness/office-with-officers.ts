import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { startServer } from '#server/start.ts';
import { openTestProvider } from '#tests/fakes/oidc/test-provider.ts';
import { ChromiumPhone } from './chromium.ts';
import { officer } from './office.ts';
import { OfficeClient } from './office-client.ts';
import type { Stage } from './stage.ts';

const webDist = path.resolve(process.env['WEB_DIST'] ?? 'dist');

/** The app under "localhost", the provider under 127.0.0.1: for a browser two sites. */
export async function openOfficeWithOfficers(stage: Stage, services: readonly ServiceDefinition[]) {
  const provider = await openTestProvider();
  provider.people.set('p-1', { name: 'KANARI Pendamping', roles: ['pendamping'], offices: [] });
  const catalogueDir = stage.folder('services');
  mkdirSync(catalogueDir, { recursive: true });
  for (const one of services) writeFileSync(path.join(catalogueDir, `${one.id}.json`), JSON.stringify(one));
  const dataDir = stage.folder('office-with-officers');
  const server = await startServer({
    port: 0,
    dataDir,
    catalogueDir,
    demoAccounts: [officer],
    webDist,
    logLevel: 'silent',
    provider: provider.settings,
  });
  provider.serve(server.url);
  const phone = stage.own(await ChromiumPhone.launch({ origin: server.url, profile: stage.folder('chromium') }));
  return {
    phone,
    /** Who decides on what was put in. */
    desk: await OfficeClient.signIn(server.url, officer),
    dataDir,
    close: async () => {
      await server.close();
      await provider.close();
    },
  };
}
