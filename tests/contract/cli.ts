/**
 * Runs the conformance suite: against CONTRACT_BASE_URL, or without it against the reference backend, started here on a
 * temporary data folder. README.md beside this file tells what to set. Ends with 0 when nothing failed, 1 when a
 * check failed, 2 when the suite could not begin or its report could not be written.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { StartProblem } from '#server/start-problem.ts';
import type { Backend } from './backend.ts';
import { type Level, levels } from './check.ts';
import { allChecks } from './checks/all-checks.ts';
import { loadOpenApiDocument, type OpenApiDocument } from './openapi-document.ts';
import { hasFailed, reportAsTable, type SuiteReport } from './report.ts';
import { CannotBegin, runSuite } from './run-suite.ts';

const usage = `node tests/contract/cli.ts [options]

  --base-url URL      backend to judge         (CONTRACT_BASE_URL; without it the reference backend is started)
  --service ID        service to apply for     (CONTRACT_SERVICE_ID; without it the suite chooses)
  --levels a,b        of ${levels.join(', ')}  (CONTRACT_LEVELS; without it all)
  --report FILE       also write JSON there    (CONTRACT_REPORT)
  --openapi FILE      judge answers by it      (CONTRACT_OPENAPI; without it the openapi.json of this repository)

Tokens come from the environment only, where no list of processes shows them:
  CONTRACT_TOKEN_A, CONTRACT_TOKEN_B   bearer tokens of two citizens
  CONTRACT_TOKEN_OFFICER               of an officer; without it the levels that need one are not run
  CONTRACT_CODES_URL                   where sent codes can be read, {phone} in it; without it codes are not tried
  CONTRACT_NOTES_URL                   where looks at numbers are noted, {application} in it, a line each; without it
                                       nobody asks whether they are`;

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof CannotBegin || error instanceof StartProblem)) throw error;
  process.stderr.write(`${error.message.replaceAll(/\s+/g, ' ')}\n`);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const settings = readSettings();
  if (typeof settings === 'string') {
    process.stderr.write(`${settings}\n\n${usage}\n`);
    return 2;
  }
  const document = documentOf(settings.openapi);
  const backend = settings.backend ?? (await startOwnBackend());
  try {
    const { baseUrl, tokenA, tokenB, tokenOfficer, codeSentTo, revealsNotedOf } = backend;
    const { serviceId } = settings;
    const people = { tokenA, tokenB, tokenOfficer };
    const report = await runSuite({
      baseUrl,
      ...people,
      serviceId,
      levels: settings.levels,
      document,
      checks: allChecks,
      ...(codeSentTo === undefined ? {} : { codeSentTo }),
      ...(revealsNotedOf === undefined ? {} : { revealsNotedOf }),
    });
    process.stdout.write(`${reportAsTable(report)}\n`);
    const isWritten = settings.report === null || writeReport(settings.report, report);
    if (hasFailed(report)) return 1;
    return isWritten ? 0 : 2;
  } finally {
    await backend.stop();
  }
}

function documentOf(file: string): OpenApiDocument {
  try {
    return loadOpenApiDocument(file);
  } catch (error) {
    throw new CannotBegin(`CONTRACT_OPENAPI (${file}) is no OpenAPI 3.1 document (${kindOf(error)}).`, {
      cause: error,
    });
  }
}

/** @returns whether it could */
function writeReport(file: string, report: SuiteReport): boolean {
  try {
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
    return true;
  } catch (error) {
    process.stderr.write(`The report could not be written to ${file} (${kindOf(error)}).\n`);
    return false;
  }
}

/** "ENOENT", "SyntaxError" */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? String(error.code) : error.name;
}

/** Loaded only when it is needed: who judges another backend does not need this one. */
async function startOwnBackend(): Promise<Backend> {
  const { startReferenceBackend } = await import('./start-reference-backend.ts');
  return startReferenceBackend(filled('DATABASE_URL'));
}

interface CliSettings {
  /** null: start the reference backend. */
  readonly backend: (Omit<Backend, 'tokenOfficer'> & { readonly tokenOfficer: string | null }) | null;
  readonly serviceId: string | null;
  readonly levels: readonly Level[];
  readonly report: string | null;
  readonly openapi: string;
}

/** @returns what is wrong, when something is */
function readSettings(): CliSettings | string {
  let options: Partial<Record<'base-url' | 'service' | 'levels' | 'report' | 'openapi', string>>;
  try {
    const option = { type: 'string' } as const;
    const known = { 'base-url': option, service: option, levels: option, report: option, openapi: option };
    options = parseArgs({ options: known }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const wanted = (options.levels ?? filled('CONTRACT_LEVELS') ?? levels.join()).split(',');
  const unknown = wanted.find((name) => !levels.some((level) => level === name));
  if (unknown !== undefined) return `"${unknown}" is not a level`;
  const backend = readBackend(options['base-url'] ?? filled('CONTRACT_BASE_URL'));
  if (typeof backend === 'string') return backend;
  return {
    backend,
    serviceId: options.service ?? filled('CONTRACT_SERVICE_ID'),
    levels: levels.filter((level) => wanted.includes(level)),
    report: options.report ?? filled('CONTRACT_REPORT'),
    openapi:
      options.openapi ?? filled('CONTRACT_OPENAPI') ?? fileURLToPath(new URL('../../openapi.json', import.meta.url)),
  };
}

function readBackend(baseUrl: string | null): CliSettings['backend'] | string {
  if (baseUrl === null) return null;
  if (!/^https?:\/\//.test(baseUrl) || !URL.canParse(baseUrl)) return 'CONTRACT_BASE_URL is no http or https address';
  const [tokenA, tokenB] = [filled('CONTRACT_TOKEN_A'), filled('CONTRACT_TOKEN_B')];
  if (tokenA === null || tokenB === null) return 'CONTRACT_TOKEN_A and CONTRACT_TOKEN_B are needed, of two citizens';
  if (tokenA === tokenB) return 'CONTRACT_TOKEN_A and CONTRACT_TOKEN_B have to be of two citizens';
  return {
    baseUrl,
    tokenA,
    tokenB,
    tokenOfficer: filled('CONTRACT_TOKEN_OFFICER'),
    ...codesAt(filled('CONTRACT_CODES_URL')),
    ...notesAt(filled('CONTRACT_NOTES_URL')),
    stop: async () => Promise.resolve(),
  };
}

/** Where the messages of the test instance can be read: {phone} stands for the number, the answer has six digits in it. */
function codesAt(template: string | null): Pick<Backend, 'codeSentTo'> {
  if (template === null) return {};
  return {
    codeSentTo: async (phone) => {
      const answer = await fetch(template.replace('{phone}', encodeURIComponent(phone)));
      return /(?<!\d)\d{6}(?!\d)/.exec(await answer.text())?.[0];
    },
  };
}

/** Where the log of the test instance can be read: {application} stands for the id, the answer has a line for each look. */
function notesAt(template: string | null): Pick<Backend, 'revealsNotedOf'> {
  if (template === null) return {};
  return {
    revealsNotedOf: async (id) => {
      const answer = await fetch(template.replace('{application}', encodeURIComponent(id)));
      return (await answer.text()).split('\n').filter((line) => line.trim() !== '');
    },
  };
}

function filled(name: string): string | null {
  const value = process.env[name]?.trim() ?? '';
  return value === '' ? null : value;
}
