import { parseDemoAccounts } from './auth/demo-accounts.ts';
import { shortestSecret } from './auth/auth-keys.ts';
import type { CodeGateway } from './auth/code-gateway.ts';
import { consoleGateway } from './auth/console-gateway.ts';
import type { DemoAccount } from './auth/demo-issuer.ts';
import { webhookGateway } from './auth/webhook-gateway.ts';
import { StartProblem } from './start-problem.ts';

/** Reads a variable; undefined where it is not set, or blank. */
type Read = (name: string) => string | undefined;

export interface IdentitySettings {
  /** Null: kept in the data folder, with codes made at the first start. Empty: nobody but citizens can sign in. */
  readonly demoAccounts: readonly DemoAccount[] | null;
  readonly codeGateway: CodeGateway;
  /** They are for trying out, and printed where the server runs. */
  readonly codesAtTerminal: boolean;
  /** For all numbers together, in 24 hours. */
  readonly codesPerDay: number;
  /** Null: made at the first start and kept in the data folder. */
  readonly authSecret: string | null;
}

export const defaultCodesPerDay = 1000;

/** How people sign in. In production nothing that is for trying out is taken. Throws StartProblem. */
export function identityFrom(read: Read): IdentitySettings {
  const isProduction = read('NODE_ENV') === 'production';
  return {
    demoAccounts: demoAccountsOf(read, isProduction),
    codeGateway: gatewayOf(read, isProduction),
    codesAtTerminal: read('OTP_WEBHOOK_URL') === undefined,
    codesPerDay: codesPerDayOf(read('OTP_PER_DAY')),
    authSecret: authSecretOf(read, isProduction),
  };
}

/** The demo sign-in is for trying out: in production nobody has it. */
function demoAccountsOf(read: Read, isProduction: boolean): readonly DemoAccount[] | null {
  if (isProduction) return [];
  const text = read('DEMO_ACCOUNTS');
  if (text === undefined) return null;
  const accounts = parseDemoAccounts(text);
  if (accounts !== undefined) return accounts;
  throw new StartProblem(
    'DEMO_ACCOUNTS has to be a JSON list of {"accountId", "login", "name", "roles": of "pemohon", "pendamping", "verifikator", "penandatangan", "admin", "posts": of officials [{"level": "desa", "kecamatan" or "dinas", "area": "36.03"}], "code" of 6 characters or more}.',
  );
}

function gatewayOf(read: Read, isProduction: boolean): CodeGateway {
  const url = read('OTP_WEBHOOK_URL');
  if (url === undefined) {
    if (!isProduction) return consoleGateway((line) => void process.stdout.write(`${line}\n`));
    throw new StartProblem(
      'NODE_ENV is production, and nothing sends the sign-in codes: the terminal is for trying out. Set OTP_WEBHOOK_URL and OTP_WEBHOOK_SECRET.',
    );
  }
  const secret = secretOf('OTP_WEBHOOK_SECRET', read('OTP_WEBHOOK_SECRET'), isProduction);
  if (secret === undefined) throw new StartProblem('OTP_WEBHOOK_URL is set, so OTP_WEBHOOK_SECRET has to be set, too.');
  if (!isWebhook(url))
    throw new StartProblem(
      'OTP_WEBHOOK_URL has to be an https address, or an http address of this machine: codes and numbers travel to it.',
    );
  return webhookGateway({ url, secret, nowMs: () => Date.now() });
}

/** Where messages and the numbers that they go to may travel. */
export function isWebhook(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

function codesPerDayOf(value: string | undefined): number {
  if (value === undefined) return defaultCodesPerDay;
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new StartProblem(`OTP_PER_DAY is "${value}", but has to be a whole number from 1: the codes of 24 hours.`);
}

function authSecretOf(read: Read, isProduction: boolean): string | null {
  const secret = secretOf('AUTH_SECRET', read('AUTH_SECRET'), isProduction);
  if (secret === undefined && isProduction && read('DATABASE_URL') !== undefined)
    throw new StartProblem(
      'NODE_ENV is production with DATABASE_URL: set AUTH_SECRET, the same for every server, or sessions of one are unknown to the next.',
    );
  return secret ?? null;
}

/** What documents and examples print; whoever reads them knows it. */
const sample = /contoh|sample|example|change.?me|ganti|rahasia|password|^(.)\1+$/i;

/** Never printed, not even a wrong one. */
export function secretOf(name: string, value: string | undefined, isProduction: boolean): string | undefined {
  if (value === undefined) return undefined;
  if (value.length < shortestSecret)
    throw new StartProblem(`${name} has to be ${shortestSecret} characters or more, made by chance.`);
  if (isProduction && sample.test(value))
    throw new StartProblem(
      `${name} is a sample out of a document. Make one by chance, for example with: openssl rand -base64 33`,
    );
  return value;
}
