import { isLoopback } from '#server/oidc/is-loopback.ts';
import { StartProblem } from '#server/start-problem.ts';
import { storageFrom } from '#server/storage-environment.ts';

/** A connection over which something of people travels. */
export interface Link {
  readonly name: string;
  /** How TLS begins on it. */
  readonly speaks: 'tls' | 'postgres';
  readonly host: string;
  readonly port: number;
}

export interface Judged {
  readonly name: string;
  readonly state: 'ok' | 'bad' | 'not reached';
  readonly words: string;
}

type Read = (name: string) => string | undefined;
type Found = Link | Judged;

/** What is set, judged as far as it can be without asking anybody; the rest is to be tried. */
export function linksOf(read: Read): readonly Found[] {
  const addresses = [
    'PUBLIC_URL',
    'OTP_WEBHOOK_URL',
    'NOTICE_WEBHOOK_URL',
    'OIDC_ISSUER',
    'BACKEND_URL',
    'TRUSTED_ISSUER',
  ].flatMap((name) => {
    const value = read(name);
    return value === undefined ? [] : [webLink(name, value)];
  });
  const database = read('DATABASE_URL');
  return [
    ...addresses,
    ...(read('PUBLIC_URL') === undefined ? [bad('PUBLIC_URL', 'is not set: nobody knows how people come')] : []),
    database === undefined
      ? ok('the database', 'is a file in the data folder: no link, encrypt the disk')
      : databaseLink(database),
    storageLink(read),
    ...clamd(read('CLAMD_HOST')),
  ];
}

const ok = (name: string, words: string): Judged => ({ name, state: 'ok', words });
const bad = (name: string, words: string): Judged => ({ name, state: 'bad', words });

function webLink(name: string, value: string): Found {
  if (!URL.canParse(value)) return bad(name, 'is no address');
  const url = new URL(value);
  if (isLoopback(url)) return ok(name, 'stays on this machine');
  if (url.protocol !== 'https:') return bad(name, 'is not https: what people send is read on the way');
  return { name, speaks: 'tls', host: bare(url.hostname), port: Number(url.port === '' ? 443 : url.port) };
}

/** `require` encrypts to whoever answers; these ask who that is. */
const checking = ['verify-ca', 'verify-full'];

function databaseLink(value: string): Found {
  const name = 'DATABASE_URL';
  if (!URL.canParse(value)) return bad(name, 'is no address');
  const url = new URL(value);
  if (isOwnMachine(url.hostname)) return ok(name, 'stays on this machine');
  const mode = url.searchParams.get('sslmode') ?? 'none';
  if (!checking.includes(mode)) return bad(name, `has sslmode ${mode}: add ?sslmode=verify-full`);
  return { name, speaks: 'postgres', host: bare(url.hostname), port: Number(url.port === '' ? 5432 : url.port) };
}

function storageLink(read: Read): Found {
  try {
    const storage = storageFrom(read);
    if (storage === null) return ok('the files', 'lie in the data folder: no link, encrypt the disk');
    return webLink('STORAGE_URL', storage.endpoint);
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    return bad('STORAGE_URL', error.message);
  }
}

function clamd(host: string | undefined): readonly Judged[] {
  if (host === undefined) return [];
  if (isOwnMachine(host)) return [ok('CLAMD_HOST', 'stays on this machine')];
  return [bad('CLAMD_HOST', 'is another machine, and clamd speaks no TLS: run it beside the server')];
}

function isOwnMachine(host: string): boolean {
  return ['', 'localhost', '127.0.0.1', '[::1]', '::1'].includes(host);
}

function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '');
}
