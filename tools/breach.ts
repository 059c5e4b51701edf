/**
 * `npm run breach -- DEVICE --out FOLDER`: drafts of the notices of UU 27/2022 article 46(2) about a lost phone, one for
 * each person and one for the agency, as text and as pages. `--agency`, `--office` and `--contact` say who is told by
 * whom; `--known 2026-11-26T08:00+07:00` since when it is known. A person reads them before they go out.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sqlAuditLog } from '#server/stores/sql-audit-log.ts';
import { readExposure } from './breach/exposure.ts';
import { noticesOf } from './breach/notices.ts';
import { officeCatalogue } from './breach/office-catalogue.ts';
import { writeNotices } from './breach/write-notices.ts';
import { withOfficeDatabase } from './office-database.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    agency: { type: 'string', default: 'Lembaga Pelindungan Data Pribadi' },
    office: { type: 'string', default: 'Pemerintah Kabupaten' },
    contact: { type: 'string', default: '(kontak pejabat pelindungan data pribadi)' },
    known: { type: 'string' },
  },
});
const [deviceId] = positionals;
const { out, agency, office, contact } = values;
const knownAtMs = values.known === undefined ? Date.now() : Date.parse(values.known);
if (deviceId === undefined || out === undefined || Number.isNaN(knownAtMs)) {
  console.error('npm run breach -- DEVICE --out FOLDER [--agency …] [--office …] [--contact …] [--known TIME]');
  process.exitCode = 2;
} else {
  await withOfficeDatabase(async (database) => {
    const exposure = await readExposure(database, officeCatalogue(), deviceId);
    if (exposure === null) {
      console.error('No such phone has ever reported.');
      return 1;
    }
    const notices = noticesOf(exposure, { agency, office, contact, knownAtMs });
    const note = { event: 'export', actor: null, subject: exposure.deviceId, about: 'breach notices' } as const;
    await sqlAuditLog(database).append(note, Date.now());
    for (const file of writeNotices(resolve(out), notices)) console.log(file);
    return 0;
  });
}
