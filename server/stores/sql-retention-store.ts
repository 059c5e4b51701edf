import type { RetentionKind, RetentionStore } from './retention-store.ts';
import { retentionRules } from './retention-rules.ts';
import { forgetApplicant } from './sql-applicant.ts';
import { appendAudit, readBase } from './sql-audit-log.ts';
import { keep, type SqlDatabase, type SqlReader, type SqlTransaction } from './sql-database.ts';
import { accountForNumber } from './sql-erasure-store.ts';
import { forgetLocks } from './sql-lock-store.ts';
import { integer, text } from './sql-row.ts';

/** In one go: what it locks is free again soon. */
const someOf = 200;
const shownIds = 50;

export function sqlRetentionStore(database: SqlDatabase): RetentionStore {
  return {
    due: (kind, beforeMs) => due(database, kind, beforeMs),
    removeSome: async (kind, beforeMs, nowMs) => {
      if (kind === 'audit') return database.write(async (tx) => keep(await shortenAudit(tx, beforeMs, nowMs)));
      const removeOne = removers[kind];
      if (removeOne === undefined) return database.write(async (tx) => keep(await removeRows(tx, kind, beforeMs)));
      let removed = 0;
      for (const id of await idsOf(database, kind, beforeMs, someOf)) {
        const gone = await database.write(async (tx) => {
          await tx.lock(await lockedThing(tx, kind, id));
          // Another server, or the person, may have been faster.
          const isDue = (await idsOf(tx, kind, beforeMs, 1, id)).length > 0;
          if (isDue) await removeOne(tx, id, nowMs);
          return keep(isDue);
        });
        if (gone) removed += 1;
      }
      return removed;
    },
    hold: (application, held, nowMs) => database.write(async (tx) => keep(await hold(tx, application, held, nowMs))),
  };
}

export async function due(reader: SqlReader, kind: RetentionKind, beforeMs: number) {
  const { from, where } = retentionRules[kind];
  const [row] = await reader.all(`SELECT count(*) AS number FROM ${from} WHERE ${where}`, [beforeMs]);
  const count = row === undefined ? 0 : integer(row, 'number');
  return { count, ids: count === 0 ? [] : await idsOf(reader, kind, beforeMs, shownIds) };
}

/** @param only one row, if it is over */
async function idsOf(
  reader: SqlReader,
  kind: RetentionKind,
  beforeMs: number,
  limit: number,
  only: string | null = null,
): Promise<readonly string[]> {
  const { id, from, where, order } = retentionRules[kind];
  const rows = await reader.all(
    `SELECT CAST(${id} AS text) AS id FROM ${from} WHERE ${where}${only === null ? '' : ` AND ${id} = $3`} ORDER BY ${order} LIMIT $2`,
    [beforeMs, limit, ...(only === null ? [] : [only])],
  );
  return rows.map((row) => text(row, 'id'));
}

/** Rows of nobody's in particular: many in one statement. */
async function removeRows(tx: SqlTransaction, kind: RetentionKind, beforeMs: number): Promise<number> {
  const { id, from, where, order } = retentionRules[kind];
  const [table] = from.split(' ');
  const column = id.split('.')[1] ?? id;
  const rows = await tx.all(
    `DELETE FROM ${table ?? from} WHERE ${column} IN (SELECT ${id} FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT $2)
      RETURNING ${column}`,
    [beforeMs, someOf],
  );
  return rows.length;
}

type RemoveOne = (tx: SqlTransaction, id: string, nowMs: number) => Promise<void>;

const removers: Readonly<Partial<Record<RetentionKind, RemoveOne>>> = {
  papers: async (tx, id, nowMs) => {
    await forgetBytes(tx, 'application_id', id);
    await tx.all(
      `UPDATE document SET state = 'expired', updated_at = $2 WHERE application_id = $1 AND state = 'clean'`,
      [id, nowMs],
    );
    await note(tx, id, 'papers', nowMs);
  },
  applications: async (tx, id, nowMs) => {
    // A phone that still has it must not bring it back as a new one.
    await tx.all(
      `INSERT INTO erased_application (id, owner_id, at) SELECT id, owner_id, CAST($2 AS bigint) FROM application WHERE id = $1
        ON CONFLICT (id) DO NOTHING`,
      [id, nowMs],
    );
    await accountForNumber(tx, id, nowMs);
    await removeApplication(tx, id);
    await note(tx, id, 'application', nowMs);
  },
  // Without a mark: the phone may still have it whole, and begin anew.
  unfinished: async (tx, id, nowMs) => {
    await removeApplication(tx, id);
    await note(tx, id, 'unfinished', nowMs);
  },
  uploads: async (tx, id, nowMs) => {
    await forgetBytes(tx, 'id', id);
    await tx.all('DELETE FROM document WHERE id = $1', [id]);
    await note(tx, id, 'upload', nowMs);
  },
  accounts: async (tx, id, nowMs) => {
    await tx.all('DELETE FROM device_report WHERE account_id = $1', [id]);
    await forgetLocks(tx, { accountId: id, deviceId: null });
    await tx.all('DELETE FROM account WHERE id = $1', [id]);
    await note(tx, id, 'account', nowMs);
  },
};

async function lockedThing(tx: SqlTransaction, kind: RetentionKind, id: string): Promise<string> {
  if (kind === 'accounts') return `erasure ${id}`;
  if (kind !== 'uploads') return id;
  const [row] = await tx.all('SELECT application_id FROM document WHERE id = $1', [id]);
  return row === undefined ? id : text(row, 'application_id');
}

async function removeApplication(tx: SqlTransaction, id: string): Promise<void> {
  await forgetBytes(tx, 'application_id', id);
  await tx.all('DELETE FROM document WHERE application_id = $1', [id]);
  await tx.all('DELETE FROM decision WHERE application_id = $1', [id]);
  await tx.all('DELETE FROM history WHERE application_id = $1', [id]);
  await tx.all('DELETE FROM revision_paper WHERE revision_id IN (SELECT id FROM revision WHERE application_id = $1)', [
    id,
  ]);
  await tx.all('DELETE FROM revision WHERE application_id = $1', [id]);
  await tx.all('DELETE FROM withdrawal WHERE application_id = $1', [id]);
  await tx.all('DELETE FROM result WHERE application_id = $1', [id]);
  // What was answered is in nobody's name, and stays.
  await tx.all('DELETE FROM survey_given WHERE application_id = $1', [id]);
  await tx.all('DELETE FROM claim_offer WHERE application_id = $1', [id]);
  await tx.all('DELETE FROM change WHERE application_id = $1 AND seq < (SELECT max(seq) FROM change)', [id]);
  await forgetApplicant(tx, id);
  await tx.all('DELETE FROM application WHERE id = $1', [id]);
}

async function forgetBytes(tx: SqlTransaction, column: 'id' | 'application_id', id: string): Promise<void> {
  await tx.all(
    `INSERT INTO erased_file (upload_key) SELECT upload_key FROM document
      WHERE ${column} = $1 AND upload_key IS NOT NULL AND state <> 'expired' ON CONFLICT (upload_key) DO NOTHING`,
    [id],
  );
}

async function note(tx: SqlTransaction, subject: string, about: string, nowMs: number): Promise<void> {
  await appendAudit(tx, { event: 'retention', actor: null, subject, about }, nowMs);
}

/** What is left goes on from the last entry that went: its hash is what the next one follows. */
async function shortenAudit(tx: SqlTransaction, beforeMs: number, nowMs: number): Promise<number> {
  await tx.lock('audit log');
  const base = await readBase(tx);
  const old = (await idsOf(tx, 'audit', beforeMs, someOf)).map(Number);
  // Without a gap: should a clock have gone back, an old entry behind a young one waits.
  const last = old.filter((seq, index) => seq === base.seq + 1 + index).at(-1);
  if (last === undefined) return 0;
  await tx.all(`UPDATE audit_base SET seq = $1, hash = (SELECT hash FROM audit_log WHERE audit_log.seq = $1)`, [last]);
  await tx.all('DELETE FROM audit_log WHERE seq <= $1', [last]);
  await appendAudit(tx, { event: 'retention', actor: null, subject: String(last), about: 'audit' }, nowMs);
  return last - base.seq;
}

async function hold(tx: SqlTransaction, application: string, held: boolean, nowMs: number): Promise<boolean> {
  const [found] = await tx.all('SELECT id FROM application WHERE CAST(id AS text) = $1 OR registration_number = $1', [
    application,
  ]);
  if (found === undefined) return false;
  const id = text(found, 'id');
  await tx.lock(id);
  // Its term may have ended while somebody else had the lock: what is gone can't be held.
  if ((await tx.all('SELECT id FROM application WHERE id = $1', [id])).length === 0) return false;
  if (held) {
    await tx.all(
      'INSERT INTO retention_hold (application_id, at) VALUES ($1, $2) ON CONFLICT (application_id) DO NOTHING',
      [id, nowMs],
    );
  } else await tx.all('DELETE FROM retention_hold WHERE application_id = $1', [id]);
  await note(tx, id, held ? 'held' : 'let go', nowMs);
  return true;
}
