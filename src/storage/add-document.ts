import type { AttachedDocument } from '#domain/application/draft.ts';
import type { Connection } from './connection.ts';
import type { AjukanDatabase } from './database.ts';
import { readVerified, type Digest } from './payloads.ts';
import type { PayloadRow } from './rows.ts';
import { storedFrom, type Stored } from './stored.ts';

interface NewDocument {
  readonly document: AttachedDocument;
  readonly bytes: ArrayBuffer;
  readonly replaces: string | undefined;
}

/** What had to make room, whole: it comes back where the new one can't be read. */
interface Replaced {
  readonly document: AttachedDocument;
  readonly payload: PayloadRow | undefined;
}

const tables = ['drafts', 'documents', 'payloads'] as const;

/** A paper of a draft with its bytes, in the place of another one or beside the others: all of it, or nothing. */
export async function addDocument(
  connection: Connection,
  digest: Digest,
  { document, bytes, replaces }: NewDocument,
): Promise<Stored | { readonly kind: 'replaced-gone' }> {
  let replaced: Replaced | undefined;
  const written = await connection.write('strict', tables, async (db) => {
    if ((await db.drafts.get(document.applicationId)) === undefined) return 'gone';
    if (replaces !== undefined && (await db.documents.get(document.id)) === undefined) {
      replaced = await take(db, replaces, document.applicationId);
      if (replaced === undefined) return 'replaced-gone';
    }
    await db.documents.put(document);
    await db.payloads.put({ id: document.id, bytes });
    return 'stored';
  });
  if (!written.done || written.value !== 'stored') return storedFrom(written);
  if ((await readVerified(connection, digest, document.id, document)).kind === 'ok') return { kind: 'stored' };
  // What can't be read back was never stored, whatever the browser said (F15).
  await connection.write('strict', tables, async (db) => {
    if ((await db.drafts.get(document.applicationId)) === undefined) return;
    await remove(db, document.id);
    if (replaced === undefined) return;
    await db.documents.put(replaced.document);
    if (replaced.payload !== undefined) await db.payloads.put(replaced.payload);
  });
  return { kind: 'failed', reason: 'unknown' };
}

async function take(db: AjukanDatabase, id: string, applicationId: string): Promise<Replaced | undefined> {
  const document = await db.documents.get(id);
  if (document?.applicationId !== applicationId) return undefined;
  const payload = await db.payloads.get(id);
  await remove(db, id);
  return { document, payload };
}

async function remove(db: AjukanDatabase, id: string): Promise<void> {
  await db.documents.delete(id);
  await db.payloads.delete(id);
}
