import type { ShortcutChange } from '#domain/service/change-shortcuts.ts';
import type { ServiceDefinition, ServiceSummary } from '#domain/service/definition.ts';
import type { Shortcuts } from '#domain/service/shortcuts.ts';
import type { LiveQuery } from '#lib/live-query.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { quietly } from './quietly.ts';
import { liveFrom } from './live.ts';
import type { CatalogueRow } from './rows.ts';
import { readShortcuts, shortcutsOwner } from './shortcut-row.ts';
import { storedFrom, type Stored } from './stored.ts';

interface CatalogueChange {
  readonly list?: { readonly services: readonly ServiceSummary[]; readonly etag: string | null };
  readonly definitions: readonly { readonly definition: ServiceDefinition; readonly etag: string | null }[];
  readonly confirmedAtMs: number;
}

/** The office's services, kept whole so that a form can be begun without signal. */
export function createCatalogueStore(connection: Connection) {
  return {
    liveServices: (): LiveQuery<{
      readonly services: readonly ServiceSummary[];
      readonly confirmedAtMs: number | null;
      readonly shortcuts: Shortcuts;
    }> =>
      liveFrom(connection, async (db) => {
        const list = await readList(db);
        // With the list in one answer, so that nothing on screen moves down for them later.
        const shortcuts = await readShortcuts(db, await shortcutsOwner(db));
        return { services: list?.services ?? [], confirmedAtMs: list?.confirmedAtMs ?? null, shortcuts };
      }),
    liveService: (serviceId: string): LiveQuery<ServiceDefinition | null> =>
      liveFrom(connection, async (db) => (await readDefinition(db, serviceId)) ?? null),
    readService: (serviceId: string) => quietly(connection, undefined, (db) => readDefinition(db, serviceId)),

    readEtags: () =>
      quietly<{ readonly list: string | null; readonly services: Readonly<Record<string, string>> }>(
        connection,
        { list: null, services: {} },
        async (db) => {
          const services: Record<string, string> = {};
          let list: string | null = null;
          for (const row of await db.catalogue.toArray()) {
            if (row.key === 'list') list = 'services' in row ? row.etag : null;
            else if ('definition' in row && row.etag !== null) services[row.definition.id] = row.etag;
          }
          return { list, services };
        },
      ),

    async keepShortcut(change: ShortcutChange): Promise<Stored> {
      const loaded = await import('./shortcuts.ts').catch(() => undefined);
      return loaded === undefined
        ? { kind: 'failed', reason: 'unknown' }
        : await loaded.keepShortcut(connection, change);
    },

    async saveCatalogue(change: CatalogueChange): Promise<Stored> {
      return storedFrom(
        await connection.write<'stored'>('relaxed', ['catalogue'], async (db) => {
          const known = await readList(db);
          const list =
            change.list ?? (known === undefined ? undefined : { services: known.services, etag: known.etag });
          const rows: CatalogueRow[] = change.definitions.map(({ definition, etag }) => ({
            key: `service/${definition.id}`,
            definition,
            etag,
          }));
          if (list !== undefined) rows.push({ key: 'list', ...list, confirmedAtMs: change.confirmedAtMs });
          await db.catalogue.bulkPut(rows);
          return 'stored';
        }),
      );
    },
  };
}

async function readList(db: AjukanDatabase): Promise<Extract<CatalogueRow, { key: 'list' }> | undefined> {
  const row = await db.catalogue.get('list');
  return row !== undefined && 'services' in row ? row : undefined;
}

async function readDefinition(db: AjukanDatabase, serviceId: string): Promise<ServiceDefinition | undefined> {
  const row = await db.catalogue.get(`service/${serviceId}`);
  return row !== undefined && 'definition' in row ? row.definition : undefined;
}
