import { describe, expect, it } from 'vitest';
import { readClaims } from './claims.ts';

const who = { iss: 'https://masuk.example', sub: 'a-1', name: ' KANARI Petugas ' };
const names = { rolesClaim: 'roles', officeClaim: 'offices' };
const village = 'desa:36.03.01.2006';
const read = (claims: object) => readClaims({ ...who, ...claims }, names, '36.03');

describe('what claims make of somebody', () => {
  it('is their roles and offices, and nothing of other programs', () => {
    const roles = ['verifikator', 'offline_access', 'penandatangan'];
    expect(read({ roles, offices: [village, { level: 'kecamatan', area: '36.03.01', services: ['sku'] }] })).toEqual({
      kind: 'known',
      identity: {
        accountId: expect.stringMatching(/^oidc-[\w-]{43}$/),
        name: 'KANARI Petugas',
        roles: ['verifikator', 'penandatangan'],
        posts: [
          { level: 'desa', area: '36.03.01.2006' },
          { level: 'kecamatan', area: '36.03.01', services: ['sku'] },
        ],
      },
    });
  });

  it('may lie deeper, or have a name with dots', () => {
    const deep = { rolesClaim: 'realm_access.roles', officeClaim: 'https://masuk.example/kantor' };
    const claims = { ...who, realm_access: { roles: 'verifikator' }, 'https://masuk.example/kantor': village };
    expect(readClaims(claims, deep, '36.03').kind).toBe('known');
  });

  it.each([
    [{}],
    [{ roles: [] }],
    [{ roles: ['raja'] }],
    [{ roles: 'pemohon' }],
    [{ roles: { verifikator: true } }],
    [{ roles: [['admin']] }],
    [{ roles: 7 }],
    [{ roles: null }],
  ])('is nobody without a role that we know: %j', (claims) => {
    expect(read({ offices: [village], ...claims }).kind).toBe('no-role');
  });

  it.each([[undefined], [''], ['desa'], ['desa:32.01.01.2001'], ['raja:36.03'], [{ level: 'desa' }], [['36.03']]])(
    'is nobody who works for an office without one of ours: %j',
    (offices) => {
      expect(read({ roles: ['verifikator'], offices }).kind).toBe('no-office');
      expect(read({ roles: ['admin'], offices }).kind).toBe('known');
    },
  );

  it('is another account at another issuer', () => {
    const id = (claims: object) => JSON.stringify(read({ roles: ['admin'], ...claims })).match(/oidc-[\w-]+/)?.[0];
    expect(id({})).toBe(id({ name: 'KANARI Lain' }));
    expect(id({ iss: 'https://lain.example' })).not.toBe(id({}));
    expect(id({ sub: 'a-2' })).not.toBe(id({}));
  });
});
