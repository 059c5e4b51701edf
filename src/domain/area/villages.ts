/** The 274 villages of Kabupaten Tangerang. Source and licence of the data: README.md here. */
import data from './areas-36.03.json' with { type: 'json' };

export interface Village {
  /** Kepmendagri code, "36.03.01.2003". */
  readonly code: string;
  readonly name: string;
  readonly type: 'desa' | 'kelurahan';
  /** A suggestion from an unofficial list. */
  readonly postal: string;
  /** Shown always: nine village names occur twice in the regency. */
  readonly kecamatan: string;
  readonly kecamatanCode: string;
}

export interface Kecamatan {
  readonly code: string;
  readonly name: string;
  readonly villages: readonly Village[];
}

/** The place that all of them are in: the code and name of an office of the whole regency. */
export const regency = { code: data.regencyCode, name: data.regency } as const;

export const kecamatanList: readonly Kecamatan[] = data.kecamatan.map(({ code, name, villages }) => ({
  code,
  name,
  villages: villages.map(([segment = '', villageName = '', postal = '']) => ({
    code: `${code}.${segment}`,
    name: villageName,
    type: segment.startsWith('1') ? 'kelurahan' : 'desa',
    postal,
    kecamatan: name,
    kecamatanCode: code,
  })),
}));

export const villages: readonly Village[] = kecamatanList.flatMap((kecamatan) => kecamatan.villages);
