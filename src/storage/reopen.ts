import type { Draft } from '#domain/application/draft.ts';
import type { Connection, Written } from './connection.ts';
import { applicationTables } from './database.ts';
import { meta } from './meta.ts';
import { readVerified, type Digest } from './payloads.ts';
import { quietly } from './quietly.ts';
import { draftRow } from './rows.ts';
import { storedFrom, type Stored } from './stored.ts';
import { addVoids, numbersOf } from './voids.ts';

/** 'in-line': it waits for an answer and has been sent, in part or whole, so the office may have it. */
export type ReopenEnd = Stored | { readonly kind: 'in-line' };

/**
 * From an entry that waits for a person, or that no request has ever begun with, to a draft of another id, in one strict
 * transaction. No run that read the entry before can put it back, or begin with it (noteTried finds it gone). A paper
 * whose bytes are not what was attached stays behind: its place is empty in the draft, so that the form asks for it
 * again (F12).
 */
export async function reopen(
  connection: Connection,
  digest: Digest,
  applicationId: string,
  draft: Draft,
  newId: () => string,
): Promise<ReopenEnd> {
  const damaged = await findDamaged(connection, digest, applicationId);
  const written: Written<'stored' | 'gone' | 'in-line'> = await connection.write(
    'strict',
    applicationTables,
    async (db) => {
      const row = await db.outbox.get(applicationId);
      if (row === undefined) return (await db.drafts.get(draft.id)) === undefined ? 'gone' : 'stored';
      if (row.state === 'waiting' && row.entry.untried !== true) return 'in-line';
      if (row.state === 'delivered') return 'gone';
      await db.drafts.put(draftRow(draft));
      const documents = await db.documents.where('applicationId').equals(applicationId).toArray();
      for (const document of documents) {
        if (damaged.has(document.id)) continue;
        const payload = await db.payloads.get(document.id);
        // The office may know the paper under the old application already: a new application, a new id.
        const id = newId();
        await db.documents.put({ ...document, id, applicationId: draft.id });
        if (payload !== undefined) await db.payloads.put({ id, bytes: payload.bytes });
      }
      await db.documents.bulkDelete(documents.map((document) => document.id));
      await db.payloads.bulkDelete([
        applicationId,
        ...[...documents, ...row.entry.documents].map((document) => document.id),
      ]);
      await addVoids(db, await numbersOf(db, [applicationId]), 'withdrawn');
      await db.outbox.delete(applicationId);
      await meta.raiseFence(db);
      await meta.raiseEpoch(db);
      return 'stored';
    },
  );
  return storedFrom(written);
}

/** Before the transaction: a digest takes longer than one may stay open. */
async function findDamaged(
  connection: Connection,
  digest: Digest,
  applicationId: string,
): Promise<ReadonlySet<string>> {
  const papers = await quietly(connection, [], (db) =>
    db.documents.where('applicationId').equals(applicationId).toArray(),
  );
  const damaged = new Set<string>();
  for (const paper of papers) {
    const { kind } = await readVerified(connection, digest, paper.id, paper);
    if (kind === 'damaged') damaged.add(paper.id);
  }
  return damaged;
}
