import type { WalletMessages } from '../id/wallet.ts';

export const wallet: WalletMessages = {
  kinds: {
    ktp: 'KTP',
    kk: 'Family card (KK)',
    'akta-kelahiran': 'Birth certificate',
    'akta-kematian': 'Death certificate',
    'buku-nikah': 'Marriage book',
    'pengantar-rt-rw': 'RT/RW letter',
    'surat-kehilangan': 'Loss report',
    'sptjm-perkawinan': 'SPTJM on marriage',
    'foto-rumah': 'Photo of the house',
  },
  otherKind: 'Other paper',
  title: 'My papers',
  added: (whose, date) => (whose === '' ? `Added ${date}` : `${whose} · added ${date}`),
  validUntil: (date) => `Valid until ${date}`,
  age: { old: 'More than a year old', expired: 'No longer valid' },
  use: (kind) => `Use the saved ${kind}`,
  useMore: (count) => `Show ${count} more`,
  keep: (kind) => `Keep ${kind} for the next application`,
  keepHint: 'Kept on this phone only, in My papers. Not sent before you use it.',
  keepShared: 'You are not signed in: anybody who uses this phone can see it.',
  kept: 'Kept in My papers',
  keptNow: 'Kept in My papers. No need to photograph it next time.',
  notKept: 'The paper can’t be kept',
  gone: 'This paper is no longer there.',
};
