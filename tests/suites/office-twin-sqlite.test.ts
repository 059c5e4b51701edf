import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, testFolder } from '#server/testing/test-server.ts';
import type { RunningServer } from '#server/start.ts';
import { openOfficeTwin } from './office-twin.ts';

const folder = testFolder();
let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer(folder);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

describe("the simulation's office", () => {
  it('answers 500 seeded sequences as the reference backend on its embedded database does', async () => {
    const twin = await openOfficeTwin(server.url);
    let steps = 0;
    for (let seed = 1; seed <= 500; seed += 1) steps += await twin.compare(seed);
    expect(steps).toBe(8_000);
  }, 300_000);
});
