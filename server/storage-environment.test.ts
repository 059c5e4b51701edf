import { describe, expect, it } from 'vitest';
import { settingsFrom } from './environment.ts';
import { storageFrom } from './storage-environment.ts';

const secret = ['pQ8v3mZk1Xw7bTn5Rj', '2yLd9fHc4sGa6eUo0i'].join('');
const keys = { AWS_ACCESS_KEY_ID: 'AJUKAN', AWS_SECRET_ACCESS_KEY: secret };
const read = (environment: Readonly<Record<string, string>>) => storageFrom((name) => environment[name]);
const readUrl = (url: string, more: Readonly<Record<string, string>> = {}) =>
  read({ STORAGE_URL: url, ...keys, ...more });

describe('where papers lie', () => {
  it('is the data folder when nothing is said', () => {
    expect(read(keys)).toBeNull();
    expect(settingsFrom({ STORAGE_URL: ' ' })).toMatchObject({ storage: null });
  });

  it('is a bucket as it is meant', () => {
    expect(readUrl('s3://ajukan-papers')).toEqual({
      bucket: 'ajukan-papers',
      prefix: '',
      region: 'us-east-1',
      endpoint: 'https://s3.us-east-1.amazonaws.com',
      encryption: null,
      versionsExpire: false,
      accessKeyId: 'AJUKAN',
      secretAccessKey: secret,
    });
    expect(
      readUrl(
        's3://ajukan.papers/36.03/production/?endpoint=https://s3.example:9000&region=id-jkt-1&sse=AES256&versions=expire',
      ),
    ).toMatchObject({
      bucket: 'ajukan.papers',
      prefix: '36.03/production/',
      region: 'id-jkt-1',
      endpoint: 'https://s3.example:9000',
      encryption: 'AES256',
      versionsExpire: true,
    });
    expect(readUrl('s3://papers?endpoint=http://store:9000')).toMatchObject({ endpoint: 'http://store:9000' });
  });

  it.each([
    ['papers', 'has to look like s3://'],
    ['https://papers.example', 'has to look like s3://'],
    ['s3://', 'has to look like s3://'],
    [`s3://AJUKAN:${secret}@papers`, 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'],
    ['s3://papers:9000', 'a host and port into ?endpoint='],
    ['s3://Papers', 'names the bucket "Papers"'],
    ['s3://pa', 'names the bucket "pa"'],
    ['s3://papers/a//b', 'has the path "/a//b"'],
    ['s3://papers/a b', 'has the path'],
    ['s3://papers?endpint=https://s3.example', 'has "endpint" after its "?"'],
    ['s3://papers?region=a&region=b', 'has "region" after its "?"'],
    ['s3://papers?region=a_b', 'has region=a_b'],
    ['s3://papers?endpoint=s3.example', 'endpoint that is not scheme, host and port'],
    ['s3://papers?endpoint=https://s3.example/papers', 'endpoint that is not scheme, host and port'],
    [`s3://papers?endpoint=https://a:${secret}@s3.example`, 'endpoint that is not scheme, host and port'],
    ['s3://papers?endpoint=ftp://s3.example', 'endpoint that is not scheme, host and port'],
    ['s3://papers?sse=yes', 'has sse=yes'],
    ['s3://papers?versions=keep', 'has versions=keep'],
  ])('is refused as %s, and said why, with no secret in it', (url, words) => {
    expect(() => readUrl(url)).toThrow(words);
    expect(() => readUrl(url)).not.toThrow(secret);
  });

  it('takes both keys, and none that end after hours', () => {
    expect(() => read({ STORAGE_URL: 's3://papers' })).toThrow('AWS_ACCESS_KEY_ID is not');
    expect(() => read({ STORAGE_URL: 's3://papers', AWS_ACCESS_KEY_ID: 'a' })).toThrow('AWS_SECRET_ACCESS_KEY is not');
    expect(() => readUrl('s3://papers', { AWS_SESSION_TOKEN: 'x' })).toThrow('AWS_SESSION_TOKEN');
  });

  it('is read over an encrypted link only in production, or on the same machine', () => {
    const production = { NODE_ENV: 'production' };
    expect(() => readUrl('s3://papers?endpoint=http://store:9000', production)).toThrow('http endpoint in production');
    expect(readUrl('s3://papers?endpoint=http://127.0.0.1:9000', production)).not.toBeNull();
    const all = {
      ...production,
      ...keys,
      OTP_WEBHOOK_URL: 'https://sms.example/kirim',
      OTP_WEBHOOK_SECRET: secret,
      PUBLIC_URL: 'https://ajukan.example',
      TRUST_PROXY: '1',
      STORAGE_URL: 's3://papers?endpoint=https://s3.example',
    };
    expect(settingsFrom(all)).toMatchObject({ storage: { endpoint: 'https://s3.example' } });
    expect(() => settingsFrom({ ...all, STORAGE_URL: 's3://papers?endpoint=http://s3.example' })).toThrow(
      'http endpoint',
    );
    expect(() => settingsFrom({ ...all, AWS_SECRET_ACCESS_KEY: 'minioadmin' })).toThrow(
      'is a sample out of a document',
    );
  });
});
