/**
 * `npm run audit:verify`: walks the audit log of DATA_DIR, or of DATABASE_URL, and names every entry that was changed,
 * taken out, put in or moved. `-- --witness 12:abc…` also holds it against a head that was noted before.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { AuditHead } from '#server/stores/audit-log.ts';
import { openPostgresDatabase } from '#server/stores/postgres-database.ts';
import type { SqlReader } from '#server/stores/sql-database.ts';
import { openSqliteReader } from '#server/stores/sqlite-database.ts';
import { verifyAudit } from '#server/stores/verify-audit.ts';

const { values } = parseArgs({ options: { witness: { type: 'string' } } });
const witness = witnessOf(values.witness);
const opened = openLog();
if (witness === undefined) {
  console.error('--witness is "<number>:<64 characters>", as an earlier audit:verify has printed it.');
  process.exitCode = 2;
} else if (opened === undefined) {
  console.error('There is no data here: set DATA_DIR to the folder of the server, or DATABASE_URL.');
  process.exitCode = 2;
} else {
  const { base, entries, head, faults } = await verifyAudit(opened.reader, witness);
  await opened.close();
  for (const fault of faults) console.error(fault);
  if (base.seq > 0) console.log(`entries 1 to ${base.seq} went with the end of their term`);
  console.log(`head ${head.seq}:${head.hash}`);
  console.log(`audit: ${entries} entries, ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
}

function openLog(): { readonly reader: SqlReader; close(): Promise<void> } | undefined {
  const url = process.env['DATABASE_URL']?.trim() ?? '';
  if (url !== '') {
    const database = openPostgresDatabase(url);
    return { reader: database, close: () => database.close() };
  }
  const file = join(resolve(process.env['DATA_DIR'] ?? 'data'), 'app.db');
  if (!existsSync(file)) return undefined;
  const reader = openSqliteReader(file);
  return { reader, close: async () => reader.close() };
}

function witnessOf(text: string | undefined): AuditHead | null | undefined {
  if (text === undefined) return null;
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash };
}
