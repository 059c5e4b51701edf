import { Dexie } from 'dexie';
import { writeWithReserve } from './ballast.ts';
import type { Connection } from './connection.ts';
import { meta, type AccountRow } from './meta.ts';
import { isDraftRow } from './draft-row-guard.ts';
import { isOutboxRow } from './row-guards.ts';
import { draftRow, outboxRow, unclaimed } from './rows.ts';
import { giveShortcuts } from './shortcuts.ts';
import { storedFrom, type Stored } from './stored.ts';
import { isSharedFileRow, isWalletRow, walletRow } from './wallet-rows.ts';

/** Who signs in gets what nobody on this phone has claimed yet, in the same transaction; also on a full phone. */
export async function claim(connection: Connection, account: AccountRow): Promise<Stored> {
  const ownerId = account.accountId;
  const written = await writeWithReserve(
    connection,
    'strict',
    ['meta', 'drafts', 'outbox', 'wallet', 'sharedFiles'],
    async (db) => {
      await meta.putAccount(db, account);
      await db.drafts
        .where('[ownerKey+updatedAtMs]')
        .between([unclaimed, Dexie.minKey], [unclaimed, Dexie.maxKey])
        .modify((row: unknown, ref) => {
          if (isDraftRow(row)) ref.value = draftRow({ ...row.draft, ownerId }, row.hiddenAtMs);
        });
      await db.outbox
        .where('[ownerKey+sequence]')
        .between([unclaimed, Dexie.minKey], [unclaimed, Dexie.maxKey])
        .modify((row: unknown, ref) => {
          if (isOutboxRow(row)) ref.value = outboxRow({ ...row.entry, ownerId });
        });
      await giveShortcuts(db, ownerId);
      await db.wallet
        .where('[ownerKey+kind]')
        .between([unclaimed, Dexie.minKey], [unclaimed, Dexie.maxKey])
        .modify((row: unknown, ref) => {
          if (isWalletRow(row)) ref.value = walletRow({ ...row.paper, ownerId }, row.hiddenAtMs);
        });
      await db.sharedFiles.toCollection().modify((row: unknown) => {
        if (isSharedFileRow(row) && row.ownerKey === unclaimed) Object.assign(row, { ownerKey: ownerId });
      });
      return 'stored' as const;
    },
  );
  return storedFrom(written);
}
