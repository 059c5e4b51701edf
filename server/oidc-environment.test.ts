import { describe, expect, it } from 'vitest';
import { providerFrom } from './oidc-environment.ts';

const read = (environment: Readonly<Record<string, string>>) => providerFrom((name) => environment[name]);
const least = { OIDC_ISSUER: 'https://masuk.example/realms/kantor', OIDC_CLIENT_ID: 'ajukan' };
const production = { ...least, NODE_ENV: 'production', PUBLIC_URL: 'https://ajukan.example' };

describe('the provider that the operator names', () => {
  it('may be none', () => {
    expect(read({})).toBeNull();
  });

  it('is taken as it is meant', () => {
    expect(read(least)).toEqual({
      issuer: 'https://masuk.example/realms/kantor',
      clientId: 'ajukan',
      clientSecret: null,
      rolesClaim: 'roles',
      officeClaim: 'offices',
      scope: 'openid profile',
    });
    const more = {
      OIDC_CLIENT_SECRET: 'pQ8v3mZk1Xw7bTn5',
      OIDC_ROLES_CLAIM: 'realm_access.roles',
      OIDC_OFFICE_CLAIM: 'kantor',
      OIDC_SCOPE: 'openid profile ajukan',
    };
    expect(read({ ...production, ...more })).toMatchObject({
      clientSecret: 'pQ8v3mZk1Xw7bTn5',
      rolesClaim: 'realm_access.roles',
      officeClaim: 'kantor',
      scope: 'openid profile ajukan',
    });
    expect(read({ ...least, OIDC_ISSUER: 'http://127.0.0.1:9000' })).not.toBeNull();
  });

  it.each([
    [{ OIDC_CLIENT_ID: 'ajukan' }, 'OIDC_ISSUER'],
    [{ OIDC_ISSUER: least.OIDC_ISSUER }, 'OIDC_CLIENT_ID'],
    [{ ...least, OIDC_ISSUER: 'masuk.example' }, 'OIDC_ISSUER'],
    [{ ...least, OIDC_ISSUER: 'http://masuk.example' }, 'OIDC_ISSUER'],
    [{ ...least, OIDC_ISSUER: 'https://masuk.example/?a=b' }, 'OIDC_ISSUER'],
    [{ ...least, OIDC_SCOPE: 'profile' }, 'OIDC_SCOPE'],
    [{ ...production, PUBLIC_URL: '' }, 'PUBLIC_URL'],
    [{ ...production, OIDC_CLIENT_SECRET: 'contoh-rahasia' }, 'OIDC_CLIENT_SECRET is a sample'],
  ])('is refused when it can not work or is a sample: %j', (environment, words) => {
    const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
    expect(() => read(filled)).toThrow(words);
    expect(() => read(filled)).toThrow(/^(?!.*contoh-rahasia)/);
  });
});
