import { Dexie, type DBCore, type DexieOptions, type Middleware, type Table, type Transaction } from 'dexie';
import type { AttachedDocument } from '#domain/application/draft.ts';
import type { v1 } from './migrations/v1.ts';
import type { v2 } from './migrations/v2.ts';
import type { v3 } from './migrations/v3.ts';
import { migrations, newestMigration, storeName } from './schema-version.ts';
import type {
  CatalogueRow,
  DraftRow,
  MetaRow,
  OutboxRow,
  PayloadRow,
  QuarantineRow,
  ResidentRow,
  SharedFileRow,
  TrackedRow,
  WalletRow,
} from './rows.ts';

/** How the rows were written, by the release that wrote them; see `schemaGuard` in connection.ts. */
export interface SchemaStamp {
  readonly schemaVersion: number;
  readonly minReader: number;
}

export type Durability = 'strict' | 'relaxed';
export type TableName = Exclude<keyof typeof v1.stores, 'relaxed'> | keyof typeof v2.stores | keyof typeof v3.stores;

/** Everywhere that one application lies, on its way from draft to outbox and back. */
export const applicationTables = ['drafts', 'documents', 'payloads', 'outbox', 'meta'] as const;

/**
 * Dexie knows one durability per database, and browsers default to relaxed (W1). A transaction here is strict
 * unless its scope names the store `relaxed`, which is always empty: the scope is the only thing that reaches
 * the one place where the native transaction is made, whoever else is writing at the moment.
 */
function durabilityByScope(core: DBCore): DBCore {
  return {
    ...core,
    transaction: (stores, mode) =>
      core.transaction(stores, mode, {
        durability: mode === 'readonly' ? 'default' : stores.includes('relaxed') ? 'relaxed' : 'strict',
      }),
  };
}

export interface DatabaseOptions {
  readonly name?: string;
  /** Another IndexedDB than the browser's own, or layers under it: for tests that inject faults. */
  readonly dexie?: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;
  readonly layers?: readonly Middleware<DBCore>[];
}

export class AjukanDatabase extends Dexie {
  declare readonly meta: Table<MetaRow, string>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly documents: Table<AttachedDocument, string>;
  declare readonly payloads: Table<PayloadRow, string>;
  declare readonly outbox: Table<OutboxRow, string>;
  declare readonly tracked: Table<TrackedRow, string>;
  declare readonly catalogue: Table<CatalogueRow, string>;
  declare readonly quarantine: Table<QuarantineRow, string>;
  declare readonly wallet: Table<WalletRow, string>;
  declare readonly sharedFiles: Table<SharedFileRow, string>;
  declare readonly residents: Table<ResidentRow, string>;

  constructor(options: DatabaseOptions = {}) {
    super(options.name ?? storeName, { ...options.dexie, autoOpen: false, chromeTransactionDurability: 'strict' });
    // Inside the transaction that creates or changes the stores: there is never a store without its stamp.
    const stamped = (transaction: Transaction, { version, minReader }: { version: number; minReader: number }) => {
      const stamp: SchemaStamp = { schemaVersion: version, minReader };
      return transaction.table<MetaRow, string>('meta').put({ key: 'schema', value: stamp });
    };
    for (const migration of migrations) {
      this.version(migration.version)
        .stores(migration.stores)
        .upgrade((transaction) => stamped(transaction, migration));
    }
    this.on('populate', (transaction) => void stamped(transaction, newestMigration));
    this.use({ stack: 'dbcore', name: 'durability', create: durabilityByScope });
    for (const layer of options.layers ?? []) this.use(layer);
  }
}
