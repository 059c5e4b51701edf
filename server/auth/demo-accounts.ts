import { randomInt } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DemoAccount } from './demo-issuer.ts';

const DemoAccounts = z
  .array(
    z.object({
      accountId: z.string().regex(/^[\w-]{1,60}$/),
      login: z.string().min(1).max(100),
      name: z.string().min(1).max(100),
      roles: z.array(z.enum(['pemohon', 'verifikator'])).min(1),
      code: z.string().min(6).max(100),
    }),
  )
  .min(1);

/** Nobody's numbers: no operator gives out 0812-0000-. */
const people: readonly Omit<DemoAccount, 'code'>[] = [
  { accountId: 'warga-1', login: '0812-0000-0001', name: 'KANARI Siti', roles: ['pemohon'] },
  { accountId: 'warga-2', login: '0812-0000-0002', name: 'KANARI Budi', roles: ['pemohon'] },
  { accountId: 'petugas-1', login: '0812-0000-0009', name: 'KANARI Petugas', roles: ['verifikator'] },
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
    return parseDemoAccounts(readFileSync(join(dataDir, fileName), 'utf8')) ?? 'unreadable';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'unreadable';
  }
}

/** Makes them, with codes by chance, in a file that only its owner can read. */
export function createDemoAccounts(dataDir: string): readonly DemoAccount[] {
  const accounts = people.map((person) => ({ ...person, code: String(randomInt(0, 1_000_000)).padStart(6, '0') }));
  const file = join(dataDir, fileName);
  const draft = `${file}.new`;
  const descriptor = openSync(draft, 'w', 0o600);
  writeSync(descriptor, `${JSON.stringify(accounts, null, 2)}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(draft, file);
  return accounts;
}
