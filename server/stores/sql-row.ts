import type { SqlRow } from './sql-database.ts';

/** Reads a column as what the schema says it is. A wrong type is a bug in a statement or a migration: it throws. */
export function text(row: SqlRow, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`Column ${column} is ${typeof value}, not text`);
  return value;
}

export function textOrNull(row: SqlRow, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

export function integer(row: SqlRow, column: string): number {
  const value = row[column];
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw new Error(`Column ${column} is ${typeof value}, not a whole number`);
  }
  return value;
}

export function real(row: SqlRow, column: string): number {
  const value = row[column];
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Error(`Column ${column} is ${typeof value}, not a number`);
  return value;
}

export function integerOrNull(row: SqlRow, column: string): number | null {
  return row[column] === null ? null : integer(row, column);
}
