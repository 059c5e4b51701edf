import { Capabilities } from '#contract/schemas.ts';
import { type ApiClient, createApiClient } from './api-client.ts';
import { type Check, type CheckContext, type Level, levels } from './check.ts';
import { CheckFailed, expectStatus } from './expect.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import { read } from './read.ts';
import type { CheckResult, SuiteReport } from './report.ts';
import { chooseTarget, readDefinitions } from './target.ts';

export interface SuiteSettings {
  /** Everything before "/v1" and "/.well-known". */
  readonly baseUrl: string;
  readonly tokenA: string;
  readonly tokenB: string;
  /** null: the levels that need one are reported as not run. */
  readonly tokenOfficer: string | null;
  /** null: the suite chooses. */
  readonly serviceId: string | null;
  readonly levels: readonly Level[];
  readonly document: OpenApiDocument;
  /** For what may come a little later; 10 s when absent. */
  readonly patienceMs?: number;
  readonly checks: readonly Check[];
  /** Absent: checks of one-time codes do not run. */
  readonly codeSentTo?: (phone: string) => Promise<string | undefined>;
  /** Absent: what is noted is not looked at. */
  readonly revealsNotedOf?: (applicationId: string) => Promise<readonly string[]>;
}

/** The message says what was asked first and what came: nobody is there, or it is no backend of this contract. */
export class CannotBegin extends Error {
  override readonly name = 'CannotBegin';
}

/**
 * Runs every check, one after the other, and never stops at a failure. Leaves applications behind: use test accounts.
 * Rejects with CannotBegin where there is nothing to judge.
 */
export async function runSuite(settings: SuiteSettings): Promise<SuiteReport> {
  const startedAtMs = Date.now();
  const prepared = await prepare(settings).catch((error: unknown) => {
    throw error instanceof CheckFailed
      ? new CannotBegin(`The suite could not begin at ${settings.baseUrl}: ${error.message}`, { cause: error })
      : error;
  });
  const checks: CheckResult[] = [];
  for (const check of settings.checks) checks.push(await runCheck(check, prepared, settings));
  return {
    contractVersion: '1',
    baseUrl: settings.baseUrl,
    openapiSha256: settings.document.sha256,
    startedAt: new Date(startedAtMs).toISOString(),
    tookMs: Date.now() - startedAtMs,
    levels: levels.map((level) => ({ level, result: summarise(checks.filter((check) => check.level === level)) })),
    checks,
  };
}

async function prepare(settings: SuiteSettings): Promise<CheckContext> {
  const { baseUrl, document, patienceMs = 10_000 } = settings;
  const client = (name: string, token: string | null): ApiClient =>
    createApiClient({ name, baseUrl, token, patienceMs, document });
  const citizenA = client('citizen A', settings.tokenA);
  const capabilities = await citizenA.get('/.well-known/public-service-sync');
  expectStatus(capabilities, 200);
  const { maxUploadSize, signIn, sealing, features, push } = read(Capabilities, capabilities);
  const definitions = await readDefinitions(citizenA);
  return {
    citizenA,
    citizenB: client('citizen B', settings.tokenB),
    officer: client('officer', settings.tokenOfficer),
    nobody: client('nobody', null),
    impostor: client('impostor', 'token-yang-tidak-pernah-dikeluarkan'),
    definitions,
    target: chooseTarget(definitions, settings.serviceId),
    maxUploadSizeBytes: maxUploadSize,
    as: client,
    codeSentTo: signIn === 'otp' ? (settings.codeSentTo ?? null) : null,
    revealsNotedOf: settings.revealsNotedOf ?? null,
    sealing: sealing === undefined || sealing.mode === 'off' ? null : sealing,
    features: new Set(features),
    pushKey: push?.vapidPublicKey ?? null,
  };
}

async function runCheck(check: Check, prepared: CheckContext, settings: SuiteSettings): Promise<CheckResult> {
  const { id, level, title } = check;
  const startedAtMs = Date.now();
  const done = (result: CheckResult['result'], why: string | null): CheckResult => ({
    id,
    title,
    level,
    result,
    why,
    tookMs: Date.now() - startedAtMs,
  });
  const whyNot = whyNotRun(check, prepared, settings);
  if (whyNot !== null) return done('not-run', whyNot);
  try {
    await check.run(prepared);
    return done('passed', null);
  } catch (error) {
    return done('failed', whyOf(error));
  }
}

/** Which feature of the capabilities a level asks for, and what is said without it. */
const offers: Partial<Record<Level, { readonly feature: string; readonly without: string }>> = {
  ticket: { feature: 'upload-ticket', without: 'this backend gives out no upload tickets' },
  revision: { feature: 'revisions', without: 'this backend takes no revisions' },
  results: { feature: 'results', without: 'this backend gives no results' },
  survey: { feature: 'survey', without: 'this backend takes no survey' },
  reveal: { feature: 'reveals', without: 'this backend masks no numbers' },
};
const needOfficer: readonly Level[] = ['officer', 'revision', 'results', 'survey', 'reveal'];

function whyNotRun({ level, needs }: Check, prepared: CheckContext, settings: SuiteSettings): string | null {
  if (!settings.levels.includes(level)) return 'this level was not asked for';
  const offer = offers[level];
  if (offer !== undefined && !prepared.features.has(offer.feature)) return offer.without;
  if (needOfficer.includes(level) && settings.tokenOfficer === null) return 'CONTRACT_TOKEN_OFFICER is not set';
  if (needs === 'codes' && prepared.codeSentTo === null) return noCodes;
  if (needs === 'notes' && prepared.revealsNotedOf === null) return noNotes;
  if (level === 'sealing' && prepared.sealing === null) return 'this backend takes nothing sealed';
  return level === 'push' && prepared.pushKey === null ? 'this backend wakes nobody' : null;
}

function whyOf(error: unknown): string {
  if (error instanceof CheckFailed) return error.message;
  return `the check itself broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** Another issuer signs people in there: that says nothing against a level. */
const noCodes = 'no codes are sent here, or CONTRACT_CODES_URL is not set';
/** Where a backend writes its log is its own affair. */
const noNotes = 'CONTRACT_NOTES_URL is not set';

function summarise(all: readonly CheckResult[]): CheckResult['result'] {
  const checks = all.filter(({ why }) => why !== noCodes && why !== noNotes);
  if (checks.some(({ result }) => result === 'failed')) return 'failed';
  return checks.length > 0 && checks.every(({ result }) => result === 'passed') ? 'passed' : 'not-run';
}
