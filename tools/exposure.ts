/**
 * `npm run exposure -- DEVICE`: what could be read on a phone at its last contact, whose it was, and what was done since.
 * It names people: for who has to tell them. Of DATA_DIR, or of DATABASE_URL; CATALOGUE_DIR as for the server.
 */
import { sqlAuditLog } from '#server/stores/sql-audit-log.ts';
import { exposureText } from './breach/exposure-text.ts';
import { readExposure } from './breach/exposure.ts';
import { officeCatalogue } from './breach/office-catalogue.ts';
import { withOfficeDatabase } from './office-database.ts';

const [deviceId] = process.argv.slice(2);
if (deviceId === undefined) {
  console.error('npm run exposure -- DEVICE (npm run devices -- list names them)');
  process.exitCode = 2;
} else {
  await withOfficeDatabase(async (database) => {
    const exposure = await readExposure(database, officeCatalogue(), deviceId);
    if (exposure === null) {
      console.error('No such phone has ever reported.');
      return 1;
    }
    const note = { event: 'export', actor: null, subject: exposure.deviceId, about: 'exposure report' } as const;
    await sqlAuditLog(database).append(note, Date.now());
    console.log(exposureText(exposure));
    return 0;
  });
}
