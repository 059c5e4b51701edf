import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gatewayFrom } from './gateway-environment.ts';
import { usualLimits } from './http/rate-limit.ts';
import { type LogLevel, logLevels } from './http/pino-logger.ts';
import { identityFrom, type IdentitySettings } from './identity-environment.ts';
import { noticesFrom } from './notice-environment.ts';
import { providerFrom } from './oidc-environment.ts';
import { assertProduction } from './production-environment.ts';
import { pushFrom } from './push-environment.ts';
import { parseReceiptKeys, type ReceiptKeys } from './receipts/receipt-keys.ts';
import { type RetentionTerms, termsOf } from './retention/retention-terms.ts';
import { sealingFrom } from './sealing-environment.ts';
import type { ServerSettings } from './server-settings.ts';
import { storageFrom } from './storage-environment.ts';
import { StartProblem } from './start-problem.ts';
import type { ClamdAddress } from './uploads/judging/clamd-scanner.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the operator has set, checked. Throws StartProblem naming the variable and what it takes. */
export function settingsFrom(given: Environment): ServerSettings & IdentitySettings {
  // Some who run servers say it in this word, others in that.
  const environment = given['APP_ENV']?.trim() === 'production' ? { ...given, NODE_ENV: 'production' } : given;
  assertProduction((name) => filled(environment[name]));
  return {
    port: portOf(environment['PORT']),
    dataDir: resolve(filled(environment['DATA_DIR']) ?? 'data'),
    webDist: webDistOf(filled(environment['WEB_DIST'])),
    catalogueDir: filled(environment['CATALOGUE_DIR']) ?? null,
    mapTiles: filled(environment['MAP_TILES']) ?? null,
    holidays: filled(environment['HOLIDAYS_FILE']) ?? null,
    databaseUrl: databaseUrlOf(filled(environment['DATABASE_URL'])),
    storage: storageFrom((name) => filled(environment[name])),
    publicUrl: publicUrlOf(filled(environment['PUBLIC_URL'])),
    rateLimits: switchOf('RATE_LIMITS', filled(environment['RATE_LIMITS']) ?? '1') ? usualLimits : null,
    behindProxy: switchOf('TRUST_PROXY', filled(environment['TRUST_PROXY'])),
    receiptKeys: receiptKeysOf(filled(environment['RECEIPT_KEYS'])),
    clamd: clamdOf(filled(environment['CLAMD_HOST']), filled(environment['CLAMD_PORT'])),
    logLevel: logLevelOf(filled(environment['LOG_LEVEL'])),
    provider: providerFrom((name) => filled(environment[name])),
    ...identityFrom((name) => filled(environment[name])),
    notices: noticesFrom((name) => filled(environment[name])),
    push: pushFrom((name) => filled(environment[name])),
    sealing: sealingFrom((name) => filled(environment[name])),
    retention: retentionOf(environment),
    ...gatewayFrom((name) => filled(environment[name])),
  };
}

function filled(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}

/** @param value PORT as it was set; 8080 when it was not. Throws StartProblem. */
export function portOf(value: string | undefined): number {
  const text = filled(value) ?? '8080';
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new StartProblem(`PORT is "${text}", but has to be a whole number from 0 to 65535 (0 takes any free port).`);
}

/** Left out, the app may be still unbuilt, as behind `npm run dev`; who names a folder wants what is in it. */
function webDistOf(value: string | undefined): string {
  const folder = resolve(value ?? 'dist');
  if (value === undefined || existsSync(join(folder, 'index.html'))) return folder;
  throw new StartProblem(
    `WEB_DIST is "${value}", but has to be the folder of the built app, with an index.html. Run npm run build, or leave it out.`,
  );
}

function databaseUrlOf(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (/^postgres(ql)?:\/\/./.test(value) && URL.canParse(value)) return value;
  // Never printed: it may hold a password.
  throw new StartProblem(
    'DATABASE_URL has to look like postgres://user:password@host:5432/database. Leave it out for the embedded database.',
  );
}

function publicUrlOf(value: string | undefined): string | null {
  if (value === undefined) return null;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '')
    return url.origin;
  throw new StartProblem(
    `PUBLIC_URL is "${value}", but has to be the address that people type, like https://ajukan.example.go.id`,
  );
}

function receiptKeysOf(value: string | undefined): ReceiptKeys | null {
  if (value === undefined) return null;
  const keys = parseReceiptKeys(value);
  if (keys !== undefined) return keys;
  // Never printed: it holds the secret.
  throw new StartProblem(
    'RECEIPT_KEYS has to be a JSON list of Ed25519 keys (JWK with "kid"), the signing one first with its "d". Leave it out to keep one in the data folder.',
  );
}

/** ClamAV's daemon; null when none is named. */
function clamdOf(host: string | undefined, port: string | undefined): ClamdAddress | null {
  const number = Number(port ?? '3310');
  if (!Number.isInteger(number) || number < 1 || number > 65_535)
    throw new StartProblem(`CLAMD_PORT is "${port ?? ''}", but has to be a whole number from 1 to 65535.`);
  if (host !== undefined) return { host, port: number };
  if (port === undefined) return null;
  throw new StartProblem('CLAMD_PORT is set and CLAMD_HOST is not: name the computer that clamd runs on.');
}

function retentionOf(environment: Environment): RetentionTerms {
  return termsOf(
    (name) => filled(environment[name]),
    (words) => {
      throw new StartProblem(words);
    },
  );
}

function switchOf(name: string, value: string | undefined): boolean {
  if (value === undefined || value === '0') return false;
  if (value === '1') return true;
  throw new StartProblem(`${name} is "${value}", but has to be 0 or 1.`);
}

function logLevelOf(value: string | undefined): LogLevel {
  const level = logLevels.find((known) => known === (value ?? 'info'));
  if (level !== undefined) return level;
  throw new StartProblem(`LOG_LEVEL is "${value ?? ''}", but has to be one of ${logLevels.join(', ')}.`);
}
