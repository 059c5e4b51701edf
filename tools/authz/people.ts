import type { Post } from '#domain/office/office.ts';
import type { DemoAccount } from '#server/auth/demo-issuer.ts';

/** Two neighbouring villages of one kecamatan, and that kecamatan. */
export const villageOne = '36.03.01.2003';
export const villageTwo = '36.03.01.2006';
const kecamatan = '36.03.01';

const person = (name: string, roles: DemoAccount['roles'], posts?: readonly Post[]) => ({ name, roles, posts });
const at = (level: Post['level'], area: string, services?: readonly string[]): readonly Post[] => [
  { level, area, services },
];

/** Everybody who tries every route: each role, at each kind of office, and who has a role but no office. */
const people = {
  citizen: person('pemohon', ['pemohon']),
  neighbour: person('another pemohon', ['pemohon']),
  fieldOfficer: person('pendamping', ['pendamping']),
  villageOne: person('verifikator of village 1', ['verifikator'], at('desa', villageOne)),
  villageTwo: person('verifikator of village 2', ['verifikator'], at('desa', villageTwo)),
  otherService: person(
    'verifikator of village 1, another service',
    ['verifikator'],
    at('desa', villageOne, ['surat-lain']),
  ),
  kecamatan: person('verifikator of the kecamatan', ['verifikator'], at('kecamatan', kecamatan)),
  allVillages: person('verifikator of all its villages', ['verifikator'], at('desa', kecamatan)),
  noOffice: person('verifikator without an office', ['verifikator']),
  signer: person('penandatangan of village 1', ['penandatangan'], at('desa', villageOne)),
  admin: person('admin with an office', ['admin'], at('desa', villageOne)),
  citizenAtPost: person('pemohon with an office', ['pemohon'], at('desa', villageOne)),
  both: person('pemohon and verifikator of village 1', ['pemohon', 'verifikator'], at('desa', villageOne)),
} as const;

export type PersonId = keyof typeof people;
export const personIds = Object.keys(people).filter((id): id is PersonId => id in people);

export const accounts: readonly DemoAccount[] = personIds.map((id, index) => ({
  accountId: `matrix-${id}`,
  login: `08120000${String(100 + index)}`,
  code: `matrix-code-${index}`,
  ...people[id],
}));

export function accountOf(id: PersonId): DemoAccount {
  const account = accounts.find(({ accountId }) => accountId === `matrix-${id}`);
  if (account === undefined) throw new Error(`There is no account of ${id}`);
  return account;
}
