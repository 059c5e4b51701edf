import { v1 } from './migrations/v1.ts';
import { v2 } from './migrations/v2.ts';
import { v3 } from './migrations/v3.ts';

/** The store's own name in the browser. */
export const storeName = 'ajukan';

/** Oldest first. */
export const migrations = [v1, v2, v3] as const;
export const newestMigration = v3;
export const currentSchemaVersion = newestMigration.version;
