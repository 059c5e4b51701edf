import { describe, expect, it } from 'vitest';
import { gatewayFrom } from './gateway-environment.ts';

const read = (environment: Readonly<Record<string, string>>) => gatewayFrom((name) => environment[name]);

describe('a backend or a gateway that the operator names', () => {
  it('may be none', () => {
    expect(read({})).toEqual({ backendUrl: null, trustedIssuer: null });
  });

  it('is its origin', () => {
    expect(read({ BACKEND_URL: 'https://layanan.example/' })).toMatchObject({ backendUrl: 'https://layanan.example' });
    expect(read({ TRUSTED_ISSUER: 'http://localhost:8080' })).toMatchObject({ trustedIssuer: 'http://localhost:8080' });
  });

  it.each([
    [{ BACKEND_URL: 'layanan.example' }, 'BACKEND_URL'],
    [{ BACKEND_URL: 'http://layanan.example' }, 'BACKEND_URL'],
    [{ BACKEND_URL: 'https://layanan.example/api' }, 'BACKEND_URL'],
    [{ BACKEND_URL: 'https://a:rahasia@layanan.example' }, 'BACKEND_URL'],
    [{ TRUSTED_ISSUER: 'https://ajukan.example/?a' }, 'TRUSTED_ISSUER'],
    [{ BACKEND_URL: 'https://a.example', TRUSTED_ISSUER: 'https://b.example' }, 'both set'],
    [{ TRUSTED_ISSUER: 'https://b.example', OIDC_ISSUER: 'https://c.example' }, 'both set'],
    [{ BACKEND_URL: 'https://a.example', NODE_ENV: 'production' }, 'PUBLIC_URL'],
  ])('is refused as %j, naming what to mend and never a password', (environment, words) => {
    expect(() => read(environment)).toThrow(words);
    expect(() => read(environment)).not.toThrow('rahasia');
  });
});
