import type { BucketStore } from './bucket-store.ts';
import type { SqlReader } from './sql-database.ts';
import { real, text } from './sql-row.ts';

/** A bucket that nobody has drawn from for so long is full again, whatever its limit. */
const forgottenMs = 3_600_000;
const drawsBetweenCleanings = 500;

const nowMs = 'floor(extract(epoch FROM clock_timestamp()) * 1000)';
const filled = 'least(n.burst, b.tokens + greatest(0, n.at - b.at) / 1000.0 * n.per_second)'.replaceAll(
  'n.',
  'EXCLUDED.',
);
const given = `CASE WHEN ${filled} < 1 THEN 0 ELSE least(EXCLUDED.most, floor(${filled})) END`;

/** One statement, which is a transaction of its own: one way there and back. By their order, so that no two wait for each other. */
function statement(draws: number): string {
  const rows = Array.from({ length: draws }, (_, index) => {
    const [key, burst, perSecond, most] = [1, 2, 3, 4].map((column) => `$${4 * index + column}`);
    return `(${key}::text, ${burst}::float8, ${perSecond}::float8, ${most}::float8)`;
  });
  return `INSERT INTO rate_bucket AS b (key, burst, per_second, most, tokens, given, at)
    SELECT key, burst, per_second, most, burst - least(most, floor(burst)), least(most, floor(burst)), ${nowMs}
      FROM (VALUES ${rows.join(', ')}) AS d (key, burst, per_second, most) ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
      tokens = ${filled} - ${given}, given = ${given}, at = greatest(b.at, EXCLUDED.at),
      burst = EXCLUDED.burst, per_second = EXCLUDED.per_second, most = EXCLUDED.most
    RETURNING key, given, tokens`;
}

/** @param database PostgreSQL: a reader there runs any statement by itself */
export function postgresBucketStore(database: SqlReader): BucketStore {
  let drawn = 0;
  return {
    draw: async (draws) => {
      if (drawn % drawsBetweenCleanings === 0)
        await database.all(`DELETE FROM rate_bucket WHERE at < ${nowMs} - ${forgottenMs}`);
      drawn += 1;
      const params = draws.flatMap(({ key, burst, perSecond, most }) => [key, burst, perSecond, most]);
      const rows = await database.all(statement(draws.length), params);
      const byKey = new Map(rows.map((row) => [text(row, 'key'), row]));
      return draws.map(({ key, perSecond }) => {
        const row = byKey.get(key);
        if (row === undefined) throw new Error('A bucket was not answered');
        const whole = real(row, 'given');
        const waitMs = Math.ceil(((1 - real(row, 'tokens')) / perSecond) * 1000);
        return { given: whole, retryAfterMs: whole > 0 ? 0 : Math.max(1, waitMs) };
      });
    },
    look: async (buckets) => {
      if (buckets.length === 0) return [];
      const names = buckets.map((_, index) => `$${index + 1}::text`).join(', ');
      const rows = await database.all(
        `SELECT key, tokens, greatest(0, ${nowMs} - at)::float8 AS age_ms FROM rate_bucket WHERE key IN (${names})`,
        buckets.map(({ key }) => key),
      );
      const byKey = new Map(rows.map((row) => [text(row, 'key'), row]));
      return buckets.map(({ key, burst, perSecond }) => {
        const row = byKey.get(key);
        const tokens = row === undefined ? burst : real(row, 'tokens') + (real(row, 'age_ms') / 1000) * perSecond;
        return tokens >= 1 ? 0 : Math.max(1, Math.ceil(((1 - tokens) / perSecond) * 1000));
      });
    },
  };
}
