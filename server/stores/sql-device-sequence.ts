import { gapsIn, type NumberRange, rangesOf } from '#domain/device/number-ranges.ts';
import type { SequenceState, VoidReason } from './device-store.ts';
import type { SqlReader, SqlTransaction } from './sql-database.ts';
import { integer, text } from './sql-row.ts';

/** What has come of a phone's numbers, whoever was signed in. `held` is what the phone says it still has. */
export async function readSequence(
  reader: SqlReader,
  deviceId: string,
  lastSequence: number,
  held: readonly NumberRange[],
): Promise<SequenceState> {
  const rows = await reader.all(
    `SELECT device_sequence, count(*) AS number FROM application
      WHERE device_id = $1 AND device_sequence IS NOT NULL GROUP BY device_sequence ORDER BY device_sequence`,
    [deviceId],
  );
  const voids = await reader.all('SELECT first, last, reason FROM device_void WHERE device_id = $1', [deviceId]);
  const received = rangesOf(rows.map((row) => integer(row, 'device_sequence')));
  const named = voids.map((row) => ({ from: integer(row, 'first'), to: integer(row, 'last') }));
  const lost = voids.flatMap((row, index) => (text(row, 'reason') === 'lost' ? (named[index] ?? []) : []));
  return {
    missing: gapsIn(lastSequence, [...received, ...named, ...held]),
    duplicated: rangesOf(rows.flatMap((row) => (integer(row, 'number') > 1 ? [integer(row, 'device_sequence')] : []))),
    lost: without(lost, [...received, ...held]),
  };
}

/** Said once, it stays said; said again with another reason, the first one holds. True when something is new. */
export async function putVoids(
  tx: SqlTransaction,
  deviceId: string,
  voids: readonly (NumberRange & { readonly reason: VoidReason })[],
  nowMs: number,
): Promise<ReadonlySet<VoidReason>> {
  const fresh = new Set<VoidReason>();
  for (const { from, to, reason } of voids) {
    const added = await tx.all(
      `INSERT INTO device_void (device_id, first, last, reason, at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (device_id, first, last) DO NOTHING RETURNING first`,
      [deviceId, from, to, reason, nowMs],
    );
    if (added.length > 0) fresh.add(reason);
  }
  return fresh;
}

function without(ranges: readonly NumberRange[], taken: readonly NumberRange[]): readonly NumberRange[] {
  return ranges.flatMap(({ from, to }) =>
    gapsIn(to, taken)
      .filter((gap) => gap.to >= from)
      .map((gap) => ({ from: Math.max(gap.from, from), to: gap.to })),
  );
}
