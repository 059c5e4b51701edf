import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '#server/start.ts';
import { freePort } from '#server/testing/free-port.ts';
import { writeTestMap } from '#server/testing/test-map.ts';
import type { Backend } from './backend.ts';
import { startReferenceBackend } from './start-reference-backend.ts';

/** A gateway, and behind it a backend that takes bearer tokens of this gateway and nothing else. */
export async function startGatewayBackend(): Promise<Backend & { readonly behind: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'contract-behind-'));
  const mapTiles = join(dataDir, 'peta.mbtiles');
  writeTestMap(mapTiles, { maxZoom: 9 });
  // Each names the other's address, so one of them is chosen first.
  const port = await freePort();
  const behind = await startServer({
    port: 0,
    dataDir,
    demoAccounts: [],
    webDist: join(dataDir, 'no-app'),
    mapTiles,
    trustedIssuer: `http://localhost:${port}`,
    logLevel: 'silent',
  });
  const front = await startReferenceBackend(null, undefined, { port, backendUrl: behind.url });
  return {
    ...front,
    behind: behind.url,
    stop: async () => {
      await front.stop();
      await behind.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
