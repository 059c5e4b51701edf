import { createHash } from 'node:crypto';
import { countOf } from '#domain/device/number-ranges.ts';
import { deviceContent, deviceContentOf, type KnownContent } from './device-content.ts';
import type {
  DeviceOrder,
  DeviceReport,
  DeviceStore,
  KnownDevice,
  NewDeviceOrder,
  Ordered,
  SequenceState,
} from './device-store.ts';
import { appendAudit } from './sql-audit-log.ts';
import {
  keep,
  type SqlDatabase,
  type SqlReader,
  type SqlRow,
  type SqlTransaction,
  undo,
  type Work,
} from './sql-database.ts';
import { revokeDeviceAccess } from './sql-device-access.ts';
import { putVoids, readSequence } from './sql-device-sequence.ts';
import { forgetLocks } from './sql-lock-store.ts';
import { integer, integerOrNull, text, textOrNull } from './sql-row.ts';

const orderColumns = 'id, device_id, account_id, action, unsent, ordered_by, ordered_at, done_at, receipt';
const reportColumns =
  'device_id, account_id, label, app_version, lock_mode, last_sequence, content, first_seen_at, last_seen_at';

export function sqlDeviceStore(database: SqlDatabase): DeviceStore {
  return {
    report: (report, nowMs) => database.write((tx) => takeReport(tx, report, nowMs)),
    sequenceOf: async (deviceId) => {
      const known = await knownDevices(database, deviceId);
      const last = Math.max(0, ...known.map(({ lastSequence }) => lastSequence));
      return readSequence(database, deviceId, last, known[0]?.held ?? []);
    },
    order: (order, nowMs) => database.write((tx) => takeOrder(tx, order, nowMs)),
    openOrders: async (deviceId) => (await ordersOf(database, deviceId)).filter(({ doneAtMs }) => doneAtMs === null),
    ordersOf: (deviceId) => ordersOf(database, deviceId),
    lostBy: async (accountId) => {
      const rows = await database.all(
        `SELECT o.device_id, o.ordered_at, o.done_at, r.label FROM device_order o
          LEFT JOIN device_report r ON r.device_id = o.device_id AND r.account_id = o.account_id
          WHERE o.account_id = $1 AND o.action = 'wipe' ORDER BY o.ordered_at DESC, o.id LIMIT 5`,
        [accountId],
      );
      return rows.map((row) => ({
        deviceId: text(row, 'device_id'),
        label: textOrNull(row, 'label') ?? '',
        orderedAtMs: integer(row, 'ordered_at'),
        doneAtMs: integerOrNull(row, 'done_at'),
      }));
    },
    receive: ({ id, deviceId, secret }, receipt, nowMs) =>
      database.write(async (tx) => {
        await tx.lock(`device ${deviceId}`);
        const [order] = (await ordersOf(tx, deviceId)).filter((one) => one.id === id);
        if (order === undefined || (await isAnother(tx, deviceId, secret))) return undo(false);
        if (order.doneAtMs !== null) return undo(true);
        await tx.all('UPDATE device_order SET done_at = $2, receipt = $3 WHERE id = $1', [id, nowMs, receipt]);
        await note(tx, 'device-receipt', { actor: null, subject: deviceId, about: order.action }, nowMs);
        return keep(true);
      }),
    list: (deviceId) => knownDevices(database, deviceId),
  };
}

async function takeReport(
  tx: SqlTransaction,
  report: DeviceReport,
  nowMs: number,
): Promise<Work<SequenceState | 'another-phone'>> {
  const { deviceId, accountId, sessionId, secret, lastSequence, held } = report;
  await tx.lock(`device ${deviceId}`);
  if (await isAnother(tx, deviceId, secret)) return undo('another-phone' as const);
  await keepSecret(tx, deviceId, accountId, secret, nowMs);
  const fresh = await putVoids(tx, deviceId, report.voids, nowMs);
  const state = await readSequence(tx, deviceId, lastSequence, held);
  const [before] = (await knownDevices(tx, deviceId)).filter((one) => one.accountId === accountId);
  const [noted] = await tx.all('SELECT duplicates FROM device_report WHERE device_id = $1 AND account_id = $2', [
    deviceId,
    accountId,
  ]);
  const duplicates = countOf(state.duplicated);
  await tx.all('DELETE FROM device_report WHERE device_id = $1 AND account_id = $2', [deviceId, accountId]);
  await tx.all(
    `INSERT INTO device_report (${reportColumns}, duplicates) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      deviceId,
      accountId,
      report.label,
      report.appVersion,
      report.lock,
      lastSequence,
      deviceContent(report),
      before?.firstSeenAtMs ?? nowMs,
      nowMs,
      duplicates,
    ],
  );
  await tx.all('UPDATE session SET device_id = $2 WHERE id = $1', [sessionId, deviceId]);
  const who = { actor: accountId, subject: deviceId };
  if (fresh.has('lost')) await note(tx, 'device-loss', { ...who, about: 'number lost' }, nowMs);
  if (duplicates > (noted === undefined ? 0 : integer(noted, 'duplicates')))
    await note(tx, 'device-loss', { ...who, about: 'number twice' }, nowMs);
  return keep(state);
}

/** Whether somebody asks who knows the id of a phone whose secret is known, and not that. */
async function isAnother(reader: SqlReader, deviceId: string, secret: string | null): Promise<boolean> {
  const [row] = await reader.all('SELECT secret_hash FROM device_secret WHERE device_id = $1', [deviceId]);
  return row !== undefined && (secret === null || text(row, 'secret_hash') !== hashOf(secret));
}

/** Of a phone that reported before it had a secret, the first one is believed from an account that reported from it. */
async function keepSecret(
  tx: SqlTransaction,
  deviceId: string,
  accountId: string,
  secret: string | null,
  nowMs: number,
): Promise<void> {
  if (secret === null) return;
  const known = await knownDevices(tx, deviceId);
  if (known.length > 0 && !known.some((one) => one.accountId === accountId)) return;
  await tx.all(
    'INSERT INTO device_secret (device_id, secret_hash, at) VALUES ($1, $2, $3) ON CONFLICT (device_id) DO NOTHING',
    [deviceId, hashOf(secret), nowMs],
  );
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

async function takeOrder(tx: SqlTransaction, order: NewDeviceOrder, nowMs: number) {
  const { id, deviceId, accountId, action, unsent, by } = order;
  await tx.lock(`device ${deviceId}`);
  const known = await knownDevices(tx, deviceId);
  if (!known.some((one) => accountId === null || one.accountId === accountId))
    return undo<Ordered>({ kind: 'unknown-device' });
  const [row] = await tx.all(`SELECT ${orderColumns} FROM device_order WHERE id = $1`, [id]);
  if (row !== undefined) {
    const made = orderOf(row);
    const isSame =
      made.deviceId === deviceId && made.accountId === accountId && made.action === action && made.unsent === unsent;
    return undo<Ordered>(isSame ? { kind: 'replayed', order: made } : { kind: 'other-content' });
  }
  await tx.all(`INSERT INTO device_order (${orderColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, NULL)`, [
    id,
    deviceId,
    accountId,
    action,
    unsent,
    by,
    nowMs,
  ]);
  await revokeDeviceAccess(tx, order);
  // A phone that never comes back is as good as emptied: no PIN opens what lies there.
  if (action === 'wipe') await forgetLocks(tx, order);
  await note(tx, 'device-order', { actor: accountId, subject: deviceId, about: `${action} ${unsent} by ${by}` }, nowMs);
  return keep<Ordered>({ kind: 'created', order: { ...order, orderedAtMs: nowMs, doneAtMs: null, receipt: null } });
}

type Noted = { readonly actor: string | null; readonly subject: string; readonly about: string };
const note = (
  tx: SqlTransaction,
  event: 'device-order' | 'device-receipt' | 'device-loss',
  about: Noted,
  nowMs: number,
) => appendAudit(tx, { event, ...about }, nowMs);

async function ordersOf(reader: SqlReader, deviceId: string): Promise<readonly DeviceOrder[]> {
  const rows = await reader.all(
    `SELECT ${orderColumns} FROM device_order WHERE device_id = $1 ORDER BY ordered_at, id`,
    [deviceId],
  );
  return rows.map(orderOf);
}

async function knownDevices(reader: SqlReader, deviceId?: string): Promise<readonly KnownDevice[]> {
  const rows = await reader.all(
    `SELECT ${reportColumns} FROM device_report WHERE CAST($1 AS text) IS NULL OR device_id = CAST($1 AS text)
      ORDER BY last_seen_at DESC, device_id, account_id`,
    [deviceId ?? null],
  );
  return rows.map((row): KnownDevice => {
    const content: KnownContent = deviceContentOf(text(row, 'content'));
    return {
      deviceId: text(row, 'device_id'),
      accountId: text(row, 'account_id'),
      label: text(row, 'label'),
      appVersion: text(row, 'app_version'),
      lock: text(row, 'lock_mode'),
      lastSequence: integer(row, 'last_sequence'),
      ...content,
      firstSeenAtMs: integer(row, 'first_seen_at'),
      lastSeenAtMs: integer(row, 'last_seen_at'),
    };
  });
}

function orderOf(row: SqlRow): DeviceOrder {
  return {
    id: text(row, 'id'),
    deviceId: text(row, 'device_id'),
    accountId: textOrNull(row, 'account_id'),
    action: text(row, 'action') === 'wipe' ? 'wipe' : 'sign-out',
    unsent: text(row, 'unsent') === 'delete' ? 'delete' : 'keep-sealed',
    by: text(row, 'ordered_by') === 'office' ? 'office' : 'person',
    orderedAtMs: integer(row, 'ordered_at'),
    doneAtMs: integerOrNull(row, 'done_at'),
    receipt: textOrNull(row, 'receipt'),
  };
}
