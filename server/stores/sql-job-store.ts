import { randomUUID } from 'node:crypto';
import { type Job, type JobKind, jobKinds, type JobState, type JobStore } from './job-store.ts';
import { keep, type SqlDatabase, type SqlRow, type SqlValue } from './sql-database.ts';
import { integer, integerOrNull, text, textOrNull } from './sql-row.ts';

const columns = 'id, kind, account_id, payload, run_after, attempts, last_problem, dead_at, created_at';
const known = `kind IN (${jobKinds.map((kind) => `'${kind}'`).join(', ')})`;
const due = `dead_at IS NULL AND ${known} AND run_after <= $1 AND (locked_until IS NULL OR locked_until <= $1)`;

export function sqlJobStore(database: SqlDatabase): JobStore {
  const change = (sql: string, params: readonly SqlValue[]) =>
    database.write(async (tx) => keep(await tx.all(sql, params)));

  return {
    claim: async (nowMs, most, leaseMs) => {
      // A look that locks nothing: most of the time there is nothing to do.
      const [any] = await database.all(`SELECT id FROM job WHERE ${due} LIMIT 1`, [nowMs]);
      if (any === undefined) return [];
      return database.write(async (tx) => {
        const rows = await tx.all(
          `SELECT ${columns} FROM job WHERE ${due} ORDER BY run_after, id LIMIT $2${database.dialect.skipLocked}`,
          [nowMs, most],
        );
        const claimed: Job[] = [];
        for (const row of rows) {
          const claim = randomUUID();
          const state = stateOf(row);
          // Counted before it runs: one that takes the process down with it is not tried for ever.
          await tx.all('UPDATE job SET claim = $2, locked_until = $3, attempts = attempts + 1 WHERE id = $1', [
            state.id,
            claim,
            nowMs + leaseMs,
          ]);
          claimed.push({ ...state, kind: kindOf(state.kind), attempts: state.attempts + 1, claim });
        }
        return keep<readonly Job[]>(claimed);
      });
    },
    finish: async ({ id, claim }) => {
      await change('DELETE FROM job WHERE id = $1 AND claim = $2', [id, claim]);
    },
    putOff: async ({ id, claim }, runAfterMs, problem) => {
      await change(
        'UPDATE job SET claim = NULL, locked_until = NULL, run_after = $3, last_problem = $4 WHERE id = $1 AND claim = $2',
        [id, claim, runAfterMs, problem],
      );
    },
    bury: async ({ id, claim }, problem, nowMs) => {
      await change(
        'UPDATE job SET claim = NULL, locked_until = NULL, dead_at = $3, last_problem = $4 WHERE id = $1 AND claim = $2',
        [id, claim, nowMs, problem],
      );
    },
    list: async (limit) => {
      const rows = await database.all(
        `SELECT ${columns} FROM job ORDER BY CASE WHEN dead_at IS NULL THEN 1 ELSE 0 END, run_after, id LIMIT $1`,
        [limit],
      );
      return rows.map(stateOf);
    },
    count: async () => {
      const [row] = await database.all(
        `SELECT count(*) AS kept, count(dead_at) AS dead,
          count(CASE WHEN dead_at IS NULL AND NOT ${known} THEN 1 END) AS unknown FROM job`,
      );
      if (row === undefined) return { waiting: 0, dead: 0, unknown: 0 };
      const dead = integer(row, 'dead');
      return { waiting: integer(row, 'kept') - dead, dead, unknown: integer(row, 'unknown') };
    },
    revive: async (id, nowMs) =>
      (
        await change(
          `UPDATE job SET dead_at = NULL, attempts = 0, run_after = $2 WHERE id = $1 AND dead_at IS NOT NULL RETURNING id`,
          [id, nowMs],
        )
      ).length > 0,
    drop: async (id) =>
      (await change('DELETE FROM job WHERE id = $1 AND dead_at IS NOT NULL RETURNING id', [id])).length > 0,
  };
}

function stateOf(row: SqlRow): JobState {
  return {
    id: text(row, 'id'),
    kind: text(row, 'kind'),
    accountId: text(row, 'account_id'),
    payload: payloadOf(text(row, 'payload')),
    runAfterMs: integer(row, 'run_after'),
    attempts: integer(row, 'attempts'),
    lastProblem: textOrNull(row, 'last_problem'),
    deadAtMs: integerOrNull(row, 'dead_at'),
    createdAtMs: integer(row, 'created_at'),
  };
}

function kindOf(written: string): JobKind {
  const kind = jobKinds.find((known) => known === written);
  if (kind === undefined) throw new Error('A job of a kind that this release does not know');
  return kind;
}

function payloadOf(written: string): Readonly<Record<string, string>> {
  const value: unknown = JSON.parse(written);
  if (typeof value !== 'object' || value === null) throw new Error('A job without a payload');
  return Object.fromEntries(
    Object.entries(value).map(([name, id]): [string, string] => [name, typeof id === 'string' ? id : '']),
  );
}
