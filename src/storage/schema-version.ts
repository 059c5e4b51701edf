import { v1 } from './migrations/v1.ts';
import { v2 } from './migrations/v2.ts';
import { v3 } from './migrations/v3.ts';
import { v4 } from './migrations/v4.ts';

/** The store's own name in the browser. */
export const storeName = 'ajukan';

/** Oldest first. */
export const migrations = [v1, v2, v3, v4] as const;
export const newestMigration = v4;
export const currentSchemaVersion = newestMigration.version;
