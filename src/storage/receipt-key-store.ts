import { isRecord } from '#lib/is-record.ts';
import type { Connection } from './connection.ts';
import { quietly } from './quietly.ts';

interface ReceiptKey {
  readonly kid: string;
  readonly x: string;
}

const row = 'receipt-keys';

/** The office's public keys for signed receipts. May be lost without harm: they are fetched again. */
export function createReceiptKeyStore(connection: Connection) {
  return {
    readKeys: (): Promise<readonly ReceiptKey[]> =>
      quietly(connection, [], async (db) => {
        const value = (await db.meta.get(row))?.value;
        return Array.isArray(value) ? value.filter(isKey) : [];
      }),
    async keepKeys(keys: readonly ReceiptKey[]): Promise<void> {
      await connection.write<'stored'>('relaxed', ['meta'], async (db) => {
        await db.meta.put({ key: row, value: keys });
        return 'stored';
      });
    },
  };
}

function isKey(value: unknown): value is ReceiptKey {
  return isRecord(value) && typeof value['kid'] === 'string' && typeof value['x'] === 'string';
}
