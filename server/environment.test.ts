import { describe, expect, it } from 'vitest';
import { settingsFrom } from './environment.ts';

const chance = 'pQ8v3mZk1Xw7bTn5Rj2yLd9fHc4sGa6eUo0i';
const production = {
  NODE_ENV: 'production',
  OTP_WEBHOOK_URL: 'https://sms.example/kirim',
  OTP_WEBHOOK_SECRET: chance,
  PUBLIC_URL: 'https://ajukan.example',
  TRUST_PROXY: '1',
};

describe('what the operator sets', () => {
  it('may be nothing at all', () => {
    expect(settingsFrom({})).toMatchObject({
      port: 8080,
      databaseUrl: null,
      mapTiles: null,
      clamd: null,
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
        MAP_TILES: '/srv/peta.mbtiles',
        DATABASE_URL: 'postgres://ajukan:rahasia@db:5432/ajukan',
        PUBLIC_URL: 'https://ajukan.example/',
        LOG_LEVEL: 'warn',
        CLAMD_HOST: 'clamav',
        DEMO_ACCOUNTS: JSON.stringify([account]),
        AUTH_SECRET: chance,
        OTP_WEBHOOK_URL: 'https://sms.example/kirim',
        OTP_WEBHOOK_SECRET: chance,
        OTP_PER_DAY: '250',
      }),
    ).toMatchObject({
      port: 0,
      dataDir: '/srv/ajukan',
      mapTiles: '/srv/peta.mbtiles',
      databaseUrl: 'postgres://ajukan:rahasia@db:5432/ajukan',
      publicUrl: 'https://ajukan.example',
      logLevel: 'warn',
      clamd: { host: 'clamav', port: 3310 },
      demoAccounts: [account],
      authSecret: chance,
      codesAtTerminal: false,
      codesPerDay: 250,
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
    ['CLAMD_PORT', '3310'],
    ['CLAMD_PORT', 'x'],
    ['WEB_DIST', '/nowhere'],
    ['LOG_LEVEL', 'cerewet'],
    ['DATABASE_URL', 'mysql://db'],
    ['DATABASE_URL', 'postgres://'],
    ['OTP_PER_DAY', '0'],
    ['OTP_WEBHOOK_URL', 'https://sms.example'],
    ['NOTICE_WEBHOOK_URL', 'https://sms.example'],
    ['PUSH', 'ya'],
    ['PUSH_HOSTS', 'https://fcm.googleapis.com'],
    ['PUSH_HOSTS', '10.0.0.1'],
    ['PUSH_HOSTS', '*'],
    ['PUSH_TEST_ORIGIN', 'https://push.example'],
    ['PUSH_CONTACT', 'kantor'],
    ['VAPID_KEYS', '[]'],
    ['AUTH_SECRET', 'terlalu-pendek'],
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

  it('in production has no sample accounts, by whichever word it is called so', () => {
    const account = { accountId: 'a', login: '0812', name: 'KANARI', roles: ['pemohon'], code: '123456' };
    const named = { ...production, DEMO_ACCOUNTS: JSON.stringify([account]) };
    expect(settingsFrom(named)).toMatchObject({ demoAccounts: [] });
    const { NODE_ENV, ...rest } = named;
    expect(settingsFrom({ ...rest, APP_ENV: NODE_ENV })).toMatchObject({ demoAccounts: [] });
    expect(() => settingsFrom({ ...rest, APP_ENV: NODE_ENV, PUBLIC_URL: '' })).toThrow('PUBLIC_URL is not set');
    expect(settingsFrom({ ...production, TRUST_PROXY: '0' })).toMatchObject({ behindProxy: false });
    expect(settingsFrom({ ...production, PUBLIC_URL: 'http://localhost:8080', TRUST_PROXY: '' })).toMatchObject({
      publicUrl: 'http://localhost:8080',
    });
  });

  it.each([
    [{ OTP_WEBHOOK_URL: '' }, 'OTP_WEBHOOK_URL'],
    [{ OTP_WEBHOOK_SECRET: '' }, 'OTP_WEBHOOK_SECRET'],
    [{ OTP_WEBHOOK_SECRET: 'contoh-rahasia-untuk-dokumen-0123456789' }, 'OTP_WEBHOOK_SECRET is a sample'],
    [{ OTP_WEBHOOK_SECRET: '0'.repeat(40) }, 'OTP_WEBHOOK_SECRET is a sample'],
    [{ OTP_WEBHOOK_URL: 'http://sms.example/kirim' }, 'OTP_WEBHOOK_URL has to be an https address'],
    [{ AUTH_SECRET: 'please-change-me-please-change-me-0123' }, 'AUTH_SECRET is a sample'],
    [{ DATABASE_URL: 'postgres://ajukan@db/ajukan' }, 'AUTH_SECRET'],
    [{ DATABASE_URL: 'postgres://ajukan:contoh-rahasia@db/ajukan', AUTH_SECRET: chance }, 'password in DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://ajukan:postgres@db/ajukan', AUTH_SECRET: chance }, 'password in DATABASE_URL'],
    [{ PUBLIC_URL: '' }, 'PUBLIC_URL is not set'],
    [{ PUBLIC_URL: 'http://ajukan.example' }, 'PUBLIC_URL is http'],
    [{ TRUST_PROXY: '' }, 'TRUST_PROXY is not set'],
    [{ AUTH_DEMO: '1' }, 'AUTH_DEMO is set'],
    [{ PUSH_TEST_ORIGIN: 'http://127.0.0.1:4000' }, 'PUSH_TEST_ORIGIN is set'],
    [{ NOTICE_WEBHOOK_URL: 'http://sms.example/kirim', NOTICE_WEBHOOK_SECRET: chance }, 'NOTICE_WEBHOOK_URL has to be'],
  ])('in production refuses what is for trying out: %j', (change, words) => {
    expect(() => settingsFrom({ ...production, ...change })).toThrow(words);
    expect(() => settingsFrom({ ...production, ...change })).toThrow(/^(?!.*(0000000|contoh-rahasia|please-change))/);
  });
});
