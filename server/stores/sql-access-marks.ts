import { z } from 'zod';
import { appendAudit } from './sql-audit-log.ts';
import { revokeDeviceAccess } from './sql-device-access.ts';
import { keep, type SqlDatabase, type SqlReader, type SqlTransaction } from './sql-database.ts';
import { forgetLocks } from './sql-lock-store.ts';
import { integer, integerOrNull, text, textOrNull } from './sql-row.ts';

/**
 * Who was let in when the marks were taken, and which lost phones were not. Of what has ended nothing is kept, so what a
 * backup brings back is known by its absence here.
 */
export const AccessMarks = z.strictObject({
  atMs: z.int(),
  /** With how far the chain of their tokens had come: one that was replaced opens nothing again. */
  sessions: z.array(
    z.strictObject({
      id: z.string(),
      generation: z.int(),
      generationAtMs: z.int(),
      settledAtMs: z.int().nullable(),
    }),
  ),
  tickets: z.array(z.string()),
  /** Without what the phone said to them. */
  orders: z.array(
    z.strictObject({
      id: z.string(),
      deviceId: z.string(),
      accountId: z.string().nullable(),
      action: z.enum(['wipe', 'sign-out']),
      unsent: z.enum(['delete', 'keep-sealed']),
      by: z.enum(['office', 'person']),
      orderedAtMs: z.int(),
      doneAtMs: z.int().nullable(),
    }),
  ),
});
export type AccessMarks = z.output<typeof AccessMarks>;
type Order = AccessMarks['orders'][number];

export interface EndedAgain {
  readonly sessions: number;
  readonly tickets: number;
  readonly orders: number;
}

/** What began so shortly before the marks may have been written while they were read: of it they say nothing. */
const inTheMakingMs = 5 * 60_000;
const togetherAtMost = 200;

export async function readAccessMarks(database: SqlReader, nowMs: number): Promise<AccessMarks> {
  const sessions = await database.all('SELECT id, generation, generation_at, settled_at FROM session ORDER BY id');
  const tickets = await database.all('SELECT id FROM upload_ticket ORDER BY id');
  const orders = await database.all(
    'SELECT id, device_id, account_id, action, unsent, ordered_by, ordered_at, done_at FROM device_order ORDER BY ordered_at, id',
  );
  return AccessMarks.parse({
    atMs: nowMs,
    sessions: sessions.map((row) => ({
      id: text(row, 'id'),
      generation: integer(row, 'generation'),
      generationAtMs: integer(row, 'generation_at'),
      settledAtMs: integerOrNull(row, 'settled_at'),
    })),
    tickets: tickets.map((row) => text(row, 'id')),
    orders: orders.map((row) => ({
      id: text(row, 'id'),
      deviceId: text(row, 'device_id'),
      accountId: textOrNull(row, 'account_id'),
      action: text(row, 'action'),
      unsent: text(row, 'unsent'),
      by: text(row, 'ordered_by'),
      orderedAtMs: integer(row, 'ordered_at'),
      doneAtMs: integerOrNull(row, 'done_at'),
    })),
  });
}

/**
 * Ends once more in a restored database what had ended when the marks were taken, before anybody uses it: sessions by a
 * sign-out, from elsewhere, by a token that turned up twice, of a lost phone; and tickets. Said again, it does nothing.
 */
export async function replayAccessMarks(
  database: SqlDatabase,
  { atMs, sessions, tickets, orders }: AccessMarks,
  nowMs: number,
): Promise<EndedAgain> {
  const before = atMs - inTheMakingMs;
  let ordered = 0;
  for (const order of orders)
    if (await database.write(async (tx) => keep(await orderAgain(tx, order, nowMs)))) ordered += 1;
  const living = new Set(sessions.map(({ id }) => id));
  const ended = {
    sessions: await endOthers(database, { table: 'session', began: 'created_at' }, living, before),
    tickets: await endOthers(database, { table: 'upload_ticket', began: 'renewed_at' }, new Set(tickets), before),
  };
  for (let at = 0; at < sessions.length; at += togetherAtMost) {
    const some = sessions.slice(at, at + togetherAtMost);
    await database.write(async (tx) => {
      for (const { id, generation, generationAtMs, settledAtMs } of some)
        await tx.all(
          `UPDATE session SET generation = $2, generation_at = $3, settled_at = $4
            WHERE id = $1 AND (generation < $2 OR (generation = $2 AND settled_at IS NULL))`,
          [id, generation, generationAtMs, settledAtMs],
        );
      return keep(undefined);
    });
  }
  return { ...ended, orders: ordered };
}

async function endOthers(
  database: SqlDatabase,
  { table, began }: { readonly table: 'session' | 'upload_ticket'; readonly began: 'created_at' | 'renewed_at' },
  living: ReadonlySet<string>,
  before: number,
): Promise<number> {
  const rows = await database.all(`SELECT id FROM ${table} WHERE ${began} <= $1`, [before]);
  const over = rows.map((row) => text(row, 'id')).filter((id) => !living.has(id));
  for (let at = 0; at < over.length; at += togetherAtMost) {
    const some = over.slice(at, at + togetherAtMost);
    await database.write(async (tx) => {
      for (const id of some) await tx.all(`DELETE FROM ${table} WHERE id = $1`, [id]);
      return keep(undefined);
    });
  }
  return over.length;
}

/** False where it is known here already. A phone that never comes back is as good as emptied: no PIN opens what lies there. */
async function orderAgain(tx: SqlTransaction, order: Order, nowMs: number): Promise<boolean> {
  const { id, deviceId, accountId, action, unsent, by, orderedAtMs, doneAtMs } = order;
  await tx.lock(`device ${deviceId}`);
  const known = await tx.all('SELECT id FROM device_order WHERE id = $1', [id]);
  if (known.length > 0) return false;
  await tx.all(
    `INSERT INTO device_order (id, device_id, account_id, action, unsent, ordered_by, ordered_at, done_at, receipt)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL)`,
    [id, deviceId, accountId, action, unsent, by, orderedAtMs, doneAtMs],
  );
  await revokeDeviceAccess(tx, order);
  if (action === 'wipe') await forgetLocks(tx, order);
  const about = `${action} ${unsent} by ${by} again after a backup`;
  await appendAudit(tx, { event: 'device-order', actor: accountId, subject: deviceId, about }, nowMs);
  return true;
}
