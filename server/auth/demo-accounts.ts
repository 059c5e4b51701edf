import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { PostWire, Role } from '#contract/schemas.ts';
import type { Post } from '#domain/office/office.ts';
import { createSecret, readSecret } from '../secret-files/secret-file.ts';
import type { DemoAccount } from './demo-issuer.ts';

const DemoAccounts = z
  .array(
    z.object({
      accountId: z.string().regex(/^[\w-]{1,60}$/),
      login: z.string().min(1).max(100),
      name: z.string().min(1).max(100),
      roles: z.array(Role).min(1),
      posts: z.array(PostWire).optional(),
      code: z.string().min(6).max(100),
    }),
  )
  .min(1);

const wholeRegency: readonly Post[] = [
  { level: 'dinas', area: '36.03' },
  { level: 'kecamatan', area: '36.03' },
  { level: 'desa', area: '36.03' },
];

/** One of each role and one who works for a single village. Nobody's numbers: no operator gives out 0812-0000-. */
const people: readonly Omit<DemoAccount, 'code'>[] = [
  { accountId: 'warga-1', login: '0812-0000-0001', name: 'KANARI Siti', roles: ['pemohon'] },
  { accountId: 'warga-2', login: '0812-0000-0002', name: 'KANARI Budi', roles: ['pemohon'] },
  { accountId: 'pendamping-1', login: '0812-0000-0005', name: 'KANARI Pendamping', roles: ['pendamping'] },
  {
    accountId: 'petugas-1',
    login: '0812-0000-0009',
    name: 'KANARI Petugas',
    roles: ['verifikator'],
    posts: wholeRegency,
  },
  {
    accountId: 'petugas-2',
    login: '0812-0000-0008',
    name: 'KANARI Petugas Desa Talagasari',
    roles: ['verifikator'],
    posts: [{ level: 'desa', area: '36.03.01.2006' }],
  },
  {
    accountId: 'penandatangan-1',
    login: '0812-0000-0007',
    name: 'KANARI Pejabat',
    roles: ['penandatangan'],
    posts: wholeRegency,
  },
  { accountId: 'admin-1', login: '0812-0000-0006', name: 'KANARI Admin', roles: ['admin'] },
];

/** @returns the accounts, or undefined when the text is not a JSON list of them */
export function parseDemoAccounts(text: string): readonly DemoAccount[] | undefined {
  try {
    const parsed = DemoAccounts.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

const fileName = 'demo-accounts.json';

/** The accounts of a data folder; 'missing' before the first start, 'unreadable' when the file is something else. */
export function readDemoAccounts(dataDir: string): readonly DemoAccount[] | 'missing' | 'unreadable' {
  try {
    const text = readSecret(join(dataDir, fileName));
    return text === undefined ? 'missing' : (parseDemoAccounts(text)?.map(withPosts) ?? 'unreadable');
  } catch {
    return 'unreadable';
  }
}

/** A file of a release before there were posts: its officers keep their work. */
function withPosts(account: DemoAccount): DemoAccount {
  const posts = account.posts ?? people.find(({ accountId }) => accountId === account.accountId)?.posts;
  return posts === undefined ? account : { ...account, posts };
}

/** The same, made at the first start with codes by chance, in a file that only its owner can read. */
export function ownDemoAccounts(dataDir: string): readonly DemoAccount[] | 'unreadable' {
  const known = readDemoAccounts(dataDir);
  if (known !== 'missing') return known;
  const accounts = people.map((person) => ({ ...person, code: String(randomInt(0, 1_000_000)).padStart(6, '0') }));
  if (createSecret(join(dataDir, fileName), `${JSON.stringify(accounts, null, 2)}\n`)) return accounts;
  // Another server was faster.
  const theirs = readDemoAccounts(dataDir);
  return theirs === 'missing' ? 'unreadable' : theirs;
}
