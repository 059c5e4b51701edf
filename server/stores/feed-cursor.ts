/** A place in the feed: after this row of this transaction. SQLite has no transaction numbers: always "0". */
export interface FeedPosition {
  readonly tx: string;
  readonly seq: number;
}

/** Opaque to clients. The epoch is of this database's feed: after a move to another one, old cursors are refused. */
export function encodeCursor(epoch: string, { tx, seq }: FeedPosition): string {
  return Buffer.from(`${epoch}:${tx}:${seq}`).toString('base64url');
}

/** Undefined for a cursor that this feed has not made. */
export function decodeCursor(cursor: string, epoch: string): FeedPosition | undefined {
  const [cursorEpoch, tx, seq, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(':');
  if (cursorEpoch !== epoch || tx === undefined || seq === undefined || rest.length > 0) return undefined;
  if (!/^\d{1,18}$/.test(tx) || !/^\d{1,15}$/.test(seq)) return undefined;
  return { tx, seq: Number(seq) };
}
