import { Dexie } from 'dexie';
import type { AttachedDocument, Draft, ListedDraft } from '#domain/application/draft.ts';
import type { LiveQuery } from '#lib/live-query.ts';
import { addDocument } from './add-document.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase, Durability } from './database.ts';
import { liveFrom } from './live.ts';
import { meta } from './meta.ts';
import { removePapers, visibleDocuments } from './papers.ts';
import { readVerified, type Digest } from './payloads.ts';
import { quietly } from './quietly.ts';
import { isDraftRow } from './draft-row-guard.ts';
import { isAttachedDocument } from './row-guards.ts';
import { draftRow, isVisibleTo, unclaimed } from './rows.ts';
import { storedFrom, type Stored } from './stored.ts';
import type { Tripwire } from './tripwire.ts';

/** Drafts and their papers. Reads answer for the signed-in person; saving never asks who is signed in (C28). */
export function createDraftStore(connection: Connection, digest: Digest, tripwire: Tripwire) {
  async function readDocument(documentId: string) {
    const document = await visibleDocument(documentId);
    if (document === undefined) return undefined;
    const read = await readVerified(connection, digest, documentId, document);
    return read.kind === 'ok' ? { document, bytes: read.bytes } : undefined;
  }

  async function visibleDocument(documentId: string): Promise<AttachedDocument | undefined> {
    return quietly(connection, undefined, async (db) => {
      const row: unknown = await db.documents.get(documentId);
      if (!isAttachedDocument(row)) return undefined;
      return (await visibleDocuments(db, row.applicationId)).find((document) => document.id === documentId);
    });
  }

  async function changeDraft(
    draftId: string,
    durability: Durability,
    change: (row: ReturnType<typeof draftRow>) => ReturnType<typeof draftRow>,
  ): Promise<Stored> {
    return storedFrom(
      await connection.write(durability, ['drafts'], async (db) => {
        const row = await db.drafts.get(draftId);
        if (row === undefined) return 'gone';
        await db.drafts.put(change(row));
        return 'stored';
      }),
    );
  }

  return {
    liveDrafts: (): LiveQuery<readonly ListedDraft[]> => liveFrom(connection, listDrafts),
    liveDraft: (draftId: string): LiveQuery<Draft | null> =>
      liveFrom(connection, async (db) => (await findDraft(db, draftId)) ?? null),
    liveDocuments: (applicationId: string): LiveQuery<readonly AttachedDocument[]> =>
      liveFrom(connection, (db) => visibleDocuments(db, applicationId)),
    readDraft: (draftId: string) => quietly(connection, undefined, (db) => findDraft(db, draftId)),
    readDocuments: (applicationId: string) =>
      quietly<readonly AttachedDocument[]>(connection, [], (db) => visibleDocuments(db, applicationId)),
    readDocument,

    async addDraft(draft: Draft): Promise<Stored> {
      const written = await connection.write('strict', ['drafts', 'meta'], async (db) => {
        // Done twice it must not undo what was typed in between.
        if ((await db.drafts.get(draft.id)) === undefined) await db.drafts.add(draftRow(draft));
        await meta.raiseEpoch(db);
        return 'stored' as const;
      });
      if (written.done) tripwire.note();
      return storedFrom(written);
    },

    async saveAnswers(
      draftId: string,
      change: Pick<Draft, 'answers' | 'place' | 'updatedAtMs' | 'locked'>,
      durability: Durability,
    ): Promise<Stored> {
      let isRefused = false;
      const stored = await changeDraft(draftId, durability, (row) => {
        const { locked, ...draft } = row.draft;
        // Who knows of no lock has not seen these answers, and must not write over them.
        isRefused = locked !== undefined && !('locked' in change);
        return isRefused ? row : draftRow({ ...draft, ...change }, row.hiddenAtMs);
      });
      return isRefused ? { kind: 'failed', reason: 'closed' } : stored;
    },

    setHidden: (draftId: string, hiddenAtMs: number | null): Promise<Stored> =>
      changeDraft(draftId, 'strict', (row) => draftRow(row.draft, hiddenAtMs ?? undefined)),

    async purgeHidden(beforeMs: number): Promise<void> {
      await connection.write('strict', ['drafts', 'documents', 'payloads'], async (db) => {
        const ids = await db.drafts.where('hiddenAtMs').below(beforeMs).primaryKeys();
        for (const id of ids) await removePapers(db, id);
        await db.drafts.bulkDelete(ids);
      });
    },

    addDocument: (document: AttachedDocument, bytes: ArrayBuffer, replaces?: string) =>
      addDocument(connection, digest, { document, bytes, replaces }),

    removeDocument: (documentId: string): Promise<Stored> => removeDocument(connection, documentId),

    clearDoubts: async (documentId: string): Promise<Stored> =>
      storedFrom(
        await connection.write('strict', ['drafts', 'documents'], async (db) => {
          const document = await db.documents.get(documentId);
          if (document === undefined || (await db.drafts.get(document.applicationId)) === undefined) return 'gone';
          await db.documents.update(documentId, { doubts: undefined });
          return 'stored';
        }),
      ),
  };
}

async function listDrafts(db: AjukanDatabase): Promise<readonly ListedDraft[]> {
  const accountId = await meta.accountId(db);
  const owners = accountId === null ? [unclaimed] : [unclaimed, accountId];
  const found = await Promise.all(
    owners.map((owner) =>
      db.drafts.where('[ownerKey+updatedAtMs]').between([owner, Dexie.minKey], [owner, Dexie.maxKey]).toArray(),
    ),
  );
  const rows: readonly unknown[] = found.flat();
  return rows
    .filter(isDraftRow)
    .sort((a, b) => b.updatedAtMs - a.updatedAtMs)
    .map(({ draft, hiddenAtMs }) => (hiddenAtMs === undefined ? draft : { ...draft, hiddenAtMs }));
}

async function findDraft(db: AjukanDatabase, draftId: string): Promise<Draft | undefined> {
  const row: unknown = await db.drafts.get(draftId);
  if (!isDraftRow(row) || row.hiddenAtMs !== undefined) return undefined;
  return isVisibleTo(row.ownerKey, await meta.accountId(db)) ? row.draft : undefined;
}

/** Papers of a draft only: what was sent off stays as it was sent. */
async function removeDocument(connection: Connection, documentId: string): Promise<Stored> {
  return storedFrom(
    await connection.write('strict', ['drafts', 'documents', 'payloads'], async (db) => {
      const document = await db.documents.get(documentId);
      if (document === undefined || (await db.drafts.get(document.applicationId)) === undefined) return 'gone';
      await db.documents.delete(documentId);
      await db.payloads.delete(documentId);
      return 'stored';
    }),
  );
}
