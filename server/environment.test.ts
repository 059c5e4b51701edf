import { describe, expect, it } from 'vitest';
import { settingsFrom } from './environment.ts';

describe('what the operator sets', () => {
  it('may be nothing at all', () => {
    expect(settingsFrom({})).toMatchObject({
      port: 8080,
      databaseUrl: null,
      publicUrl: null,
      logLevel: 'info',
      demoAccounts: null,
    });
    expect(settingsFrom({ DATA_DIR: '', PORT: ' ' })).toMatchObject({ port: 8080 });
    expect(settingsFrom({}).dataDir).toMatch(/\/data$/);
    expect(settingsFrom({}).webDist).toMatch(/\/dist$/);
  });

  it('is taken as it is meant', () => {
    const account = { accountId: 'a', login: '0812', name: 'KANARI', roles: ['pemohon'], code: '123456' };
    expect(
      settingsFrom({
        PORT: '0',
        DATA_DIR: '/srv/ajukan',
        DATABASE_URL: 'postgres://ajukan:rahasia@db:5432/ajukan',
        PUBLIC_URL: 'https://ajukan.example/',
        LOG_LEVEL: 'warn',
        DEMO_ACCOUNTS: JSON.stringify([account]),
        NODE_ENV: 'production',
        AUTH_DEMO: '1',
      }),
    ).toMatchObject({
      port: 0,
      dataDir: '/srv/ajukan',
      databaseUrl: 'postgres://ajukan:rahasia@db:5432/ajukan',
      publicUrl: 'https://ajukan.example',
      logLevel: 'warn',
      demoAccounts: [account],
    });
  });

  it.each([
    ['PORT', 'delapan'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', '1e3'],
    ['PUBLIC_URL', 'ajukan.example'],
    ['PUBLIC_URL', 'ftp://ajukan.example'],
    ['PUBLIC_URL', 'https://ajukan.example/sub'],
    ['TRUST_PROXY', 'ya'],
    ['WEB_DIST', '/nowhere'],
    ['LOG_LEVEL', 'cerewet'],
    ['DATABASE_URL', 'mysql://db'],
    ['DATABASE_URL', 'postgres://'],
    ['DEMO_ACCOUNTS', 'bukan json'],
    ['DEMO_ACCOUNTS', '[]'],
    ['DEMO_ACCOUNTS', '[{"accountId":"a","login":"0812","name":"KANARI","roles":["raja"],"code":"123456"}]'],
    ['DEMO_ACCOUNTS', '[{"accountId":"a","login":"0812","name":"KANARI","roles":["pemohon"],"code":"1"}]'],
  ])('says what %s has to be instead of %s', (name, value) => {
    expect(() => settingsFrom({ [name]: value })).toThrow(name);
  });

  it('never repeats a password', () => {
    expect(() => settingsFrom({ DATABASE_URL: 'mysql://ajukan:rahasia@db' })).toThrow(/^(?!.*rahasia)/);
  });

  it('has to ask for the demo sign-in by name in production', () => {
    expect(() => settingsFrom({ NODE_ENV: 'production' })).toThrow('AUTH_DEMO=1');
  });
});
