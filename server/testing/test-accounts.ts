import type { DemoAccount } from '../auth/demo-issuer.ts';

export const testAccounts = {
  siti: { accountId: 'siti', login: '0812-0000-0001', name: 'KANARI Siti', roles: ['pemohon'], code: '111111' },
  budi: { accountId: 'budi', login: '0812-0000-0002', name: 'KANARI Budi', roles: ['pemohon'], code: '222222' },
  officer: {
    accountId: 'petugas',
    login: '0812-0000-0009',
    name: 'KANARI Petugas',
    roles: ['verifikator'],
    code: '999999',
  },
} as const satisfies Record<string, DemoAccount>;
export type TestPerson = keyof typeof testAccounts;
