import { type AuditEntry, auditEvents, hashOf } from './audit-chain.ts';
import type { AuditHead } from './audit-log.ts';
import { readBase, readHead } from './sql-audit-log.ts';
import type { SqlReader, SqlRow } from './sql-database.ts';
import { integer, text, textOrNull } from './sql-row.ts';

export interface AuditVerdict {
  /** What the oldest kept entry follows: everything up to it went with the end of its term. */
  readonly base: AuditHead;
  readonly entries: number;
  /** To be noted where nobody who can write the database can write: it is what a later check is held against. */
  readonly head: AuditHead;
  /** One sentence each, in order; empty when nothing was changed, taken out, put in or moved. */
  readonly faults: readonly string[];
}

const pageSize = 1000;

/**
 * Walks the whole chain. What was rewritten from some entry to the very end is in order again and shows only against a
 * head that was noted before.
 */
export async function verifyAudit(reader: SqlReader, witness: AuditHead | null = null): Promise<AuditVerdict> {
  // Read first: what is appended meanwhile comes after it.
  const head = await readHead(reader);
  const faults: string[] = [];
  const base = await readBase(reader);
  let last: AuditHead = base;
  let entries = 0;
  for (;;) {
    const rows = await reader.all(
      'SELECT seq, at, event, actor, subject, about, previous, hash FROM audit_log WHERE seq > $1 ORDER BY seq LIMIT $2',
      [last.seq, pageSize],
    );
    for (const row of rows) {
      const entry = entryOf(row);
      entries += 1;
      if (entry.seq !== last.seq + 1) faults.push(`${between(last.seq, entry.seq)} missing`);
      else if (entry.previous !== last.hash) faults.push(`entry ${entry.seq} does not follow entry ${last.seq}`);
      if (hashOf(entry) !== entry.hash) faults.push(`entry ${entry.seq} is not as it was written`);
      if (entry.seq === head.seq && entry.hash !== head.hash) faults.push(`entry ${entry.seq} is not the head`);
      if (entry.seq === witness?.seq && entry.hash !== witness.hash)
        faults.push(`entry ${entry.seq} is not the noted one`);
      last = { seq: entry.seq, hash: entry.hash };
    }
    if (rows.length < pageSize) break;
  }
  if (last.seq < head.seq) faults.push(`${between(last.seq, head.seq + 1)} missing at the end`);
  if (witness !== null && witness.seq > last.seq) faults.push(`entry ${witness.seq}, which was noted, is missing`);
  if (witness !== null && witness.seq < base.seq)
    faults.push(`entry ${witness.seq}, which was noted, is older than what is kept: note a later head`);
  if (witness?.seq === base.seq && witness.hash !== base.hash) faults.push(`entry ${witness.seq} is not the noted one`);
  return { base, entries, head, faults };
}

function between(seq: number, next: number): string {
  return next - seq === 2 ? `entry ${seq + 1} is` : `entries ${seq + 1} to ${next - 1} are`;
}

function entryOf(row: SqlRow): AuditEntry {
  const stored = text(row, 'event');
  const event = auditEvents.find((known) => known === stored);
  if (event === undefined) throw new Error('A stored audit event is not known');
  return {
    seq: integer(row, 'seq'),
    atMs: integer(row, 'at'),
    event,
    actor: textOrNull(row, 'actor'),
    subject: textOrNull(row, 'subject'),
    about: textOrNull(row, 'about'),
    previous: text(row, 'previous'),
    hash: text(row, 'hash'),
  };
}
