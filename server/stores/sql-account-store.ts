import { z } from 'zod';
import { PostWire } from '#contract/schemas.ts';
import type { Post } from '#domain/office/office.ts';
import type { AccountStore, StoredAccount } from './account-store.ts';
import { keep, type SqlDatabase, type SqlRow, undo } from './sql-database.ts';
import { text, textOrNull } from './sql-row.ts';

const columns = 'id, phone, name, roles, posts, origin';

export function sqlAccountStore(database: SqlDatabase): AccountStore {
  return {
    find: async (id) => {
      const [row] = await database.all(`SELECT ${columns} FROM account WHERE id = $1`, [id]);
      return row === undefined ? undefined : accountOf(row);
    },
    findOrCreate: async (phone, newId, nowMs) => {
      const [known] = await database.all(`SELECT ${columns} FROM account WHERE phone = $1`, [phone]);
      if (known !== undefined) return accountOf(known);
      return database.write(async (tx) => {
        await tx.lock(`number ${phone}`);
        await tx.all(
          `INSERT INTO account (id, phone, name, roles, origin, created_at) VALUES ($1, $2, '', 'pemohon', 'phone', $3)
           ON CONFLICT (phone) DO NOTHING`,
          [newId, phone, nowMs],
        );
        const [row] = await tx.all(`SELECT ${columns} FROM account WHERE phone = $1`, [phone]);
        if (row === undefined) throw new Error('An account that was just made is not there');
        return keep(accountOf(row));
      });
    },
    changePhone: (id, phone) =>
      database.write(async (tx) => {
        await tx.lock(`number ${phone}`);
        const [other] = await tx.all('SELECT id FROM account WHERE phone = $1 AND id <> $2', [phone, id]);
        if (other !== undefined) return undo('in-use');
        await tx.all('UPDATE account SET phone = $2 WHERE id = $1', [id, phone]);
        return keep('changed');
      }),
    putProvided: ({ accountId, name, roles, posts }, nowMs) =>
      database.write(async (tx) => {
        await tx.all(
          `INSERT INTO account (id, phone, name, roles, posts, origin, created_at)
           VALUES ($1, NULL, $2, $3, $4, 'provider', $5)
           ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles, posts = excluded.posts`,
          [accountId, name, roles.join(' '), JSON.stringify(posts), nowMs],
        );
        return keep(undefined);
      }),
    withdrawProvided: (id) =>
      database.write(async (tx) => {
        await tx.all(`UPDATE account SET roles = '', posts = '[]' WHERE id = $1 AND origin = 'provider'`, [id]);
        return keep(undefined);
      }),
    put: (accounts, nowMs) =>
      database.write(async (tx) => {
        for (const { id, phone, name, roles } of accounts) {
          await tx.all(
            `INSERT INTO account (id, phone, name, roles, origin, created_at) VALUES ($1, NULL, $2, $3, 'operator', $4)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles`,
            [id, name, roles.join(' '), nowMs],
          );
          if (phone === null) continue;
          await tx.lock(`number ${phone}`);
          await tx.all(
            `UPDATE account SET phone = $2 WHERE id = $1 AND phone IS NULL
             AND NOT EXISTS (SELECT 1 FROM account AS other WHERE other.phone = $2)`,
            [id, phone],
          );
        }
        return keep(undefined);
      }),
  };
}

function accountOf(row: SqlRow): StoredAccount {
  return {
    id: text(row, 'id'),
    phone: textOrNull(row, 'phone'),
    name: text(row, 'name'),
    roles: text(row, 'roles')
      .split(' ')
      .filter((role) => role !== ''),
    posts: postsOf(text(row, 'posts')),
    origin: originOf(text(row, 'origin')),
  };
}

function originOf(kept: string): StoredAccount['origin'] {
  return kept === 'phone' || kept === 'provider' ? kept : 'operator';
}

function postsOf(kept: string): readonly Post[] {
  return z.array(PostWire).parse(JSON.parse(kept));
}
