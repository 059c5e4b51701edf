import { type AuditNote, entryAfter } from './audit-chain.ts';
import type { AuditHead, AuditLog } from './audit-log.ts';
import { keep, type SqlDatabase, type SqlReader, type SqlTransaction } from './sql-database.ts';
import { integer, text } from './sql-row.ts';

export function sqlAuditLog(database: SqlDatabase): AuditLog {
  return {
    append: (note, nowMs) =>
      database.write(async (tx) => {
        await appendAudit(tx, note, nowMs);
        return keep(undefined);
      }),
    head: () => readHead(database),
  };
}

/** Part of the transaction that does what is noted, so that neither is there without the other. Comes last in it. */
export async function appendAudit(tx: SqlTransaction, note: AuditNote, nowMs: number): Promise<void> {
  // Until this transaction ends: the next entry follows this one or, when it is undone, the one before.
  await tx.lock('audit log');
  const { seq, atMs, event, actor, subject, about, previous, hash } = entryAfter(await readHead(tx), note, nowMs);
  await tx.all(
    `INSERT INTO audit_log (seq, at, event, actor, subject, about, previous, hash)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [seq, atMs, event, actor, subject, about, previous, hash],
  );
  await tx.all('UPDATE audit_head SET seq = $1, hash = $2', [seq, hash]);
}

/** What the oldest entry that is still kept follows: the beginning, until a term has ended. */
export async function readBase(reader: SqlReader): Promise<AuditHead> {
  const [row] = await reader.all('SELECT seq, hash FROM audit_base');
  if (row === undefined) throw new Error('The audit log has no base');
  return { seq: integer(row, 'seq'), hash: text(row, 'hash') };
}

export async function readHead(reader: SqlReader): Promise<AuditHead> {
  const [row] = await reader.all('SELECT seq, hash FROM audit_head');
  if (row === undefined) throw new Error('The audit log has no head');
  return { seq: integer(row, 'seq'), hash: text(row, 'hash') };
}
