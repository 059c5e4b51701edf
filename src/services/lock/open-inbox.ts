import { answersPlace, type OpenFromInbox } from '#domain/lock/inbox.ts';
import type { LockRow, Wrap } from '#domain/lock/lock-row.ts';
import type { LockPrimitives } from '#domain/lock/primitives.ts';
import { rowKey, type Place, type RowKey } from '#domain/lock/row-key.ts';
import type { ToRepair } from '#domain/application/repair.ts';
import type { Answers } from '#domain/form/answers.ts';
import { isRecord } from '#lib/is-record.ts';

type Bytes = Wrap['salt'];

const place: Place = { table: 'meta', id: 'inbox' };

/** Turns what the office gave back from one form into the other; what can't be turned comes without its answers. */
export interface AnswersTurner {
  seal(applicationId: string, repair: ToRepair): Promise<ToRepair>;
  open(applicationId: string, repair: ToRepair): Promise<ToRepair>;
}

/** The same lock with a pair of keys, where it has none yet. */
export async function withInbox(primitives: LockPrimitives, row: LockRow, vaultKey: Bytes): Promise<LockRow> {
  if (row.inbox !== undefined) return row;
  const { publicKey, privateKey } = await primitives.makeInbox();
  const key = rowKey(primitives, await primitives.hold(vaultKey), row);
  const sealed = await key.seal(place, privateKey);
  privateKey.fill(0);
  return { ...row, inbox: { publicKey, sealed } };
}

/** @param row the lock that `key` opens */
export async function answersTurner(primitives: LockPrimitives, row: LockRow, key: RowKey): Promise<AnswersTurner> {
  const { inbox } = row;
  const opens = await openPair(primitives, row, key);
  return {
    async seal(applicationId, { answers, ...repair }) {
      if (answers === undefined || inbox === undefined) return repair;
      const text = JSON.stringify(answers);
      return {
        ...repair,
        locked: await primitives.sealToLock(inbox.publicKey, answersPlace(row, applicationId), text),
      };
    },
    async open(applicationId, { locked, ...repair }) {
      const text = locked && (await opens?.(answersPlace(row, applicationId), locked));
      const answers: unknown = text === undefined ? undefined : JSON.parse(text);
      return isRecord(answers) ? { ...repair, answers: answers as Answers } : repair;
    },
  };
}

async function openPair(
  primitives: LockPrimitives,
  { inbox }: LockRow,
  key: RowKey,
): Promise<OpenFromInbox | undefined> {
  if (inbox === undefined) return undefined;
  const privateKey = await key.open(place, inbox.sealed);
  if (privateKey === undefined) return undefined;
  // Damaged, it opens nothing; the office has what was in it.
  const opens = await primitives.openInbox({ publicKey: inbox.publicKey, privateKey }).catch(() => undefined);
  privateKey.fill(0);
  return opens;
}
