import type { Post } from '#domain/office/office.ts';
import type { DemoAccount } from '../auth/demo-issuer.ts';

const wholeRegency: readonly Post[] = [
  { level: 'dinas', area: '36.03' },
  { level: 'kecamatan', area: '36.03' },
  { level: 'desa', area: '36.03' },
];

export const testAccounts = {
  siti: { accountId: 'siti', login: '0812-0000-0001', name: 'KANARI Siti', roles: ['pemohon'], code: '111111' },
  budi: { accountId: 'budi', login: '0812-0000-0002', name: 'KANARI Budi', roles: ['pemohon'], code: '222222' },
  officer: {
    accountId: 'petugas',
    login: '0812-0000-0009',
    name: 'KANARI Petugas',
    roles: ['verifikator'],
    posts: wholeRegency,
    code: '999999',
  },
  /** Of one village only. */
  villageOfficer: {
    accountId: 'petugas-desa',
    login: '0812-0000-0008',
    name: 'KANARI Petugas Desa',
    roles: ['verifikator'],
    posts: [{ level: 'desa', area: '36.03.01.2006' }],
    code: '888888',
  },
  signer: {
    accountId: 'pejabat',
    login: '0812-0000-0007',
    name: 'KANARI Pejabat',
    roles: ['penandatangan'],
    posts: wholeRegency,
    code: '777777',
  },
  admin: { accountId: 'admin', login: '0812-0000-0006', name: 'KANARI Admin', roles: ['admin'], code: '666666' },
  fieldOfficer: {
    accountId: 'pendamping',
    login: '0812-0000-0005',
    name: 'KANARI Pendamping',
    roles: ['pendamping'],
    code: '555555',
  },
} as const satisfies Record<string, DemoAccount>;
export type TestPerson = keyof typeof testAccounts;
