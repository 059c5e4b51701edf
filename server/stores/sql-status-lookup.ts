import type { OfficeStatus } from '#domain/application/status.ts';
import type { SqlDatabase } from './sql-database.ts';
import { integer, text, textOrNull } from './sql-row.ts';
import { statusOf } from './sql-status.ts';

/** All of an application that its receipt alone opens. */
export interface BareStatus {
  readonly id: string;
  readonly status: OfficeStatus;
  readonly dueOn: string | null;
  readonly updatedAtMs: number;
}

export interface StatusLookup {
  byNumber(registrationNumber: string): Promise<BareStatus | undefined>;
}

export function sqlStatusLookup(database: SqlDatabase): StatusLookup {
  return {
    byNumber: async (registrationNumber) => {
      const [row] = await database.all(
        'SELECT id, status, due_on, updated_at FROM application WHERE registration_number = $1',
        [registrationNumber],
      );
      if (row === undefined) return undefined;
      return {
        id: text(row, 'id'),
        status: statusOf(row),
        dueOn: textOrNull(row, 'due_on'),
        updatedAtMs: integer(row, 'updated_at'),
      };
    },
  };
}
