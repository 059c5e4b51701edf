import type { ToRepair } from '#domain/application/repair.ts';
import { isOutboxRow } from '../row-guards.ts';
import { isSealedForOther } from './cover-answers.ts';
import type { Hands, Turned } from './turn-rows.ts';

/**
 * Answers of applications that came back, under the lock or out of it. What can't be turned goes: the office has it, and
 * gives it again when the repair begins.
 */
export async function turnAnswers(hands: Hands, owner: string): Promise<readonly Turned[]> {
  const ids = await hands.connection.read((db) =>
    db.tracked.filter(({ repair }) => repair?.answers !== undefined || repair?.locked !== undefined).primaryKeys(),
  );
  const all: Turned[] = [];
  for (const id of ids) all.push(await turnOne(hands, owner, id));
  return all;
}

async function turnOne({ connection, turner, write }: Hands, owner: string, id: string): Promise<Turned> {
  const [seen, sent] = await connection.read(
    async (db) => [await db.tracked.get(id), await db.outbox.get(id)] as const,
  );
  // Another's stays as it lies; what nobody here has sent can't be repaired here.
  const isMine = isOutboxRow(sent) && sent.ownerKey === owner;
  if (seen?.repair === undefined || (sent !== undefined && !isMine)) return 'turned';
  const turned = isMine ? await turner.repair(id, seen.repair) : bare(seen.repair);
  if (turned === seen.repair) return 'turned';
  const kept = isMine && isSealedForOther(sent.entry) ? { ...turned, answers: undefined } : turned;
  const written = await write(['tracked'], async (db) => {
    const row = await db.tracked.get(id);
    if (row?.repair === undefined) return true;
    // The office has told anew meanwhile, and that was kept as the lock has it.
    if (row.version === seen.version) await db.tracked.put({ ...row, repair: present(kept) });
    return true;
  });
  return written.done && written.value ? 'turned' : 'left';
}

function bare({ answers: _answers, locked: _locked, ...repair }: ToRepair): ToRepair {
  return repair;
}

function present({
  answers,
  ...repair
}: Omit<ToRepair, 'answers'> & { readonly answers?: ToRepair['answers'] | undefined }): ToRepair {
  return answers === undefined ? repair : { ...repair, answers };
}
