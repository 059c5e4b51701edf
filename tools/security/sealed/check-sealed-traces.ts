import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { toyPushService } from '#server/testing/toy-push-service.ts';
import { Office } from '#tests/e2e/harness/office.ts';
import { makeScratch, removeScratch } from '#tests/e2e/harness/scratch.ts';
import { root } from '../../node24.mjs';
import { startPostgres } from '../../postgres.ts';
import { findTyped, unseen } from './find-typed.ts';
import { askedFor, sealOnPhone } from './sealed-phone.ts';
import { faultsOfPlaces, modes, tableOfPlaces } from './sealed-places.ts';

let table: readonly string[] = [];

/**
 * R3, R7 and R37: what was sealed is readable nowhere on its way and nowhere on the phone; at the office, on PostgreSQL,
 * only where it works with it.
 */
export async function checkSealedTraces(): Promise<readonly string[]> {
  const webDist = join(root, 'dist');
  if (!existsSync(join(webDist, 'index.html'))) throw new Error('there is no built app: npm run build');
  const folder = makeScratch('sealed');
  const [cluster, push] = await Promise.all([startPostgres(), toyPushService()]);
  try {
    const databaseUrl = await cluster.createDatabase();
    const settings = {
      sealing: 'required',
      pushOrigin: push.origin,
      moreServices: [askedFor],
      isTalkative: true,
    } as const;
    const office = await Office.open(webDist, { ...settings, databaseUrl });
    try {
      const phones = await Promise.all(
        modes.map((mode) => {
          const own = join(folder, mode);
          mkdirSync(own);
          return sealOnPhone(mode, { office, push, folder: own });
        }),
      );
      const traces = { dump: cluster.dump(databaseUrl), log: office.log, files: office.filesFolder };
      const finds = findTyped(phones, traces);
      table = tableOfPlaces(finds);
      return [...unseen(phones, traces), ...faultsOfPlaces(finds)];
    } finally {
      await office.close();
    }
  } finally {
    await push.close();
    await cluster.stop();
    removeScratch(folder);
  }
}

/** What the last run has found, by place and mode. */
export function sealedTable(): readonly string[] {
  return table;
}
