import { Dexie } from 'dexie';
import type { GivenFile } from '#domain/application/given-result.ts';
import type { PayloadRow } from '../rows.ts';
import { resultFilesOf } from '../result-files.ts';
import { errorNames } from '../trouble.ts';
import type { Hands, Turned } from './turn-rows.ts';

/**
 * What offices have given to the owner, under the lock or out of it. What can't be turned is not what the office gave:
 * it goes, and is fetched anew when it is looked at.
 */
export async function turnResults(hands: Hands, owner: string): Promise<readonly Turned[]> {
  const files = await hands.connection.read(async (db) => {
    const mine = db.outbox.where('[ownerKey+sequence]').between([owner, Dexie.minKey], [owner, Dexie.maxKey]);
    return resultFilesOf(db, await mine.primaryKeys());
  });
  const all: Turned[] = [];
  for (const file of files) all.push(await turnResult(hands, file));
  return all;
}

async function turnResult(hands: Hands, file: GivenFile): Promise<Turned> {
  const { turner, write } = hands;
  const seen = await readRow(hands, file.id);
  if (seen === 'left') return 'left';
  if (seen !== 'damaged' && (seen === undefined || turner.isTurned(seen))) return 'turned';
  const turned = seen === 'damaged' ? undefined : await turner.result(file, seen.bytes);
  const written = await write(['payloads'], async (db) => {
    if (turned === undefined) await db.payloads.delete(file.id);
    // Fetched anew meanwhile, it is turned; deleted meanwhile, it stays so.
    else if ((await db.payloads.where('id').equals(file.id).count()) > 0)
      await db.payloads.put({ id: file.id, ...turned });
    return true;
  });
  return written.done && written.value ? 'turned' : 'left';
}

/** 'damaged': the row is there and its bytes are not (W10). */
async function readRow({ connection }: Hands, id: string): Promise<PayloadRow | undefined | 'damaged' | 'left'> {
  try {
    return await connection.read((db) => db.payloads.get(id));
  } catch (error) {
    return errorNames(error).includes('NotReadableError') ? 'damaged' : 'left';
  }
}
