import type { AttachedDocument } from '#domain/application/draft.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { Connection, Written } from './connection.ts';
import { applicationTables } from './database.ts';
import { meta } from './meta.ts';
import type { Digest } from './payloads.ts';
import { outboxRow } from './rows.ts';
import { storedFrom, type Stored } from './stored.ts';
import { readBack } from './submission.ts';
import { ticketKey } from './tickets.ts';

export interface Paper {
  readonly document: AttachedDocument;
  readonly bytes: ArrayBuffer;
}

/** 'already-here': the phone has it, as a draft or sent off, perhaps under another account. */
export type TakeInEnd = Stored | { readonly kind: 'already-here' };

/** What opens the office for one application of somebody else's. */
export interface CarryTicket {
  readonly ticket: string;
  readonly deviceId: string;
}

interface TakenCopy {
  readonly entry: OutboxEntry;
  readonly envelope: ArrayBuffer;
  readonly papers: readonly Paper[];
  readonly ticket?: CarryTicket | undefined;
}

/** An application that was made on another phone, in one strict transaction, then read back. */
export async function takeIn(
  connection: Connection,
  digest: Digest,
  { entry, envelope, papers, ticket }: TakenCopy,
): Promise<TakeInEnd> {
  const { applicationId } = entry;
  const written: Written<'stored' | 'already-here'> = await connection.write(
    'strict',
    applicationTables,
    async (db) => {
      const known = (await db.outbox.get(applicationId)) ?? (await db.drafts.get(applicationId));
      if (known !== undefined) return 'already-here';
      // A paper of that id would be another application's.
      const ids = papers.map(({ document }) => document.id);
      if (
        (await db.payloads
          .where('id')
          .anyOf([applicationId, ...ids])
          .count()) > 0
      )
        return 'already-here';
      await db.payloads.put({ id: applicationId, bytes: envelope });
      for (const { document, bytes } of papers) {
        // What is sealed is nobody's to look at: its entry names its papers, and that is all.
        if (entry.sealed === undefined) await db.documents.put(document);
        await db.payloads.put({ id: document.id, bytes });
      }
      await db.outbox.add(outboxRow(entry));
      if (ticket !== undefined && entry.ownerId !== null)
        await db.meta.put({ key: ticketKey(entry.ownerId), value: ticket });
      await meta.raiseEpoch(db);
      return 'stored';
    },
  );
  const end = storedFrom(written);
  if (end.kind !== 'stored') return end;
  const read = await readBack(connection, digest, entry);
  return read === 'whole' ? { kind: 'stored' } : { kind: 'failed', reason: 'unknown' };
}
