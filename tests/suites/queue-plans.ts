import { z } from 'zod';
import type { SqlDatabase, SqlValue } from '#server/stores/sql-database.ts';
import { text } from '#server/stores/sql-row.ts';

export interface Statement {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

export interface Plan {
  /** Names of tables that are read from end to end. */
  readonly inFull: readonly string[];
  /** All rows that were read, also those that were not wanted; null where the database does not tell. */
  readonly rows: number | null;
}

/** SQLite tells the way that it takes, and not how many rows lie on it. */
export async function sqlitePlan(database: SqlDatabase, { sql, params }: Statement): Promise<Plan> {
  const steps = (await database.all(`EXPLAIN QUERY PLAN ${sql}`, params)).map((row) => text(row, 'detail'));
  // Anything else that is scanned, a step before has read.
  const inFull = steps.flatMap((step) => /^SCAN (a|b|d|e|application|document|applicant_word)\b/.exec(step)?.[1] ?? []);
  return { inFull, rows: null };
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string | undefined;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number | undefined;
  readonly Plans?: readonly Node[] | undefined;
}
const Node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    'Node Type': z.string(),
    'Relation Name': z.string().optional(),
    'Actual Rows': z.number(),
    'Actual Loops': z.number(),
    'Rows Removed by Filter': z.number().optional(),
    Plans: z.array(Node).optional(),
  }),
);
const Explained = z.array(z.object({ Plan: Node }));

/** PostgreSQL runs it, and tells what every step has read. */
export async function postgresPlan(database: SqlDatabase, { sql, params }: Statement): Promise<Plan> {
  const [row] = await database.all(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, params);
  const told = row?.['QUERY PLAN'];
  const [first] = Explained.parse(typeof told === 'string' ? JSON.parse(told) : told);
  if (first === undefined) throw new Error('PostgreSQL explains nothing');
  const plan = first.Plan;
  const scans = nodesOf(plan).filter(
    (node) => node['Relation Name'] !== undefined || node['Node Type'].includes('Index'),
  );
  const rows = scans.reduce(
    (sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
    0,
  );
  const inFull = scans.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? '');
  return { inFull, rows };
}

function nodesOf(node: Node): readonly Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
