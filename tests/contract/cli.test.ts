/** The command as an engineer of another backend uses it: settings from the environment, a report, an exit code. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { PlantedFault } from '#tests/fakes/model-backend/planted-fault.ts';
import { startModelBackend } from '#tests/fakes/model-backend/start-model-backend.ts';

const folder = mkdtempSync(join(tmpdir(), 'contract-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const people = { CONTRACT_TOKEN_A: 'a', CONTRACT_TOKEN_B: 'b' };

const Report = z.object({
  levels: z.array(z.object({ level: z.string(), result: z.string() })),
  checks: z.array(z.object({ id: z.string(), result: z.string(), why: z.string().nullable() })),
});

async function runCli(environment: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const { PATH = '' } = process.env;
  return new Promise<{ code: number; said: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      ['tests/contract/cli.ts', ...options],
      { env: { PATH, ...environment } },
      (_, out, err) => resolve({ code: child.exitCode ?? -1, said: out + err }),
    );
  });
}

async function runAgainstModel(fault: PlantedFault | null, ...options: readonly string[]) {
  const backend = await startModelBackend(fault);
  const tokens = { CONTRACT_TOKEN_A: backend.tokenA, CONTRACT_TOKEN_B: backend.tokenB };
  try {
    return await runCli({ CONTRACT_BASE_URL: backend.baseUrl, ...tokens }, ...options);
  } finally {
    await backend.stop();
  }
}

test('a backend that keeps the contract ends with 0; without an officer that level is not run, not passed', async () => {
  const file = join(folder, 'kept.json');
  const { code, said } = await runAgainstModel(null, '--report', file);
  expect(said).toContain('level core     passed');
  expect(code).toBe(0);
  const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
  expect(report.levels).toEqual([
    { level: 'core', result: 'passed' },
    { level: 'uploads', result: 'passed' },
    { level: 'officer', result: 'not-run' },
    { level: 'sealing', result: 'not-run' },
    { level: 'ticket', result: 'not-run' },
    { level: 'push', result: 'not-run' },
    { level: 'revision', result: 'not-run' },
    { level: 'results', result: 'not-run' },
    { level: 'survey', result: 'not-run' },
    { level: 'reveal', result: 'not-run' },
  ]);
});

test('a broken promise ends with 1 and says what was asked and what came; no token is printed or written', async () => {
  const file = join(folder, 'broken.json');
  const { code, said } = await runAgainstModel('last-write-wins', '--levels', 'core', '--report', file);
  expect(code).toBe(1);
  const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const broken = report.checks.find(({ id }) => id === 'other-content-409');
  expect(broken).toMatchObject({ result: 'failed', why: expect.stringMatching(/^PUT \/v1\/applications\/.+ → 200/) });
  expect(said).toContain(broken?.why);
  expect(said + readFileSync(file, 'utf8')).not.toContain('model-token');
});

test.each([
  ['no tokens', { CONTRACT_BASE_URL: 'http://localhost:1' }, 'CONTRACT_TOKEN_A and CONTRACT_TOKEN_B are needed'],
  ['no address', { CONTRACT_BASE_URL: 'localhost' }, 'CONTRACT_BASE_URL is no http or https address'],
  ['a level that is none', { CONTRACT_LEVELS: 'core,all' }, '"all" is not a level'],
  ['no document', { CONTRACT_OPENAPI: '/nope' }, 'CONTRACT_OPENAPI (/nope) is no OpenAPI 3.1 document (ENOENT'],
  [
    'a document that is none',
    { CONTRACT_OPENAPI: 'package.json' },
    'CONTRACT_OPENAPI (package.json) is no OpenAPI 3.1',
  ],
  ['a database that is not there', { DATABASE_URL: 'postgres://a@127.0.0.1:1/a' }, "The database can't be used"],
  ['nobody there', { ...people, CONTRACT_BASE_URL: 'http://127.0.0.1:1' }, 'http://127.0.0.1:1'],
])('%s ends with 2 and a sentence', async (_, environment, sentence) => {
  const { code, said } = await runCli(environment);
  expect(said).toContain(sentence);
  expect(said).not.toContain('    at ');
  expect(said.split(sentence)).toHaveLength(2);
  expect(code).toBe(2);
});

test('an address where something else answers ends with 2, and is said once', async () => {
  const stranger = createServer((_, answer) => answer.end('<html>Selamat datang</html>'));
  const port = await new Promise<number>((resolve) => {
    stranger.listen(0, '127.0.0.1', () => {
      const address = stranger.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const { code, said } = await runCli({ ...people, CONTRACT_BASE_URL: `http://127.0.0.1:${port}` });
  stranger.close();
  expect(said.trim().split('\n')).toEqual([
    expect.stringMatching(/^The suite could not begin at http\S+: GET \S+public-service-sync [^\n]+ is missing/),
  ]);
  expect(code).toBe(2);
});

test('a report that can not be written does not take the table with it, and ends with 2', async () => {
  const { code, said } = await runAgainstModel(null, '--levels', 'core', '--report', '/nope/x');
  expect(said).toContain('level core     passed');
  expect(said).toMatch(/\nThe report could not be written to \/nope\/x \(ENOENT[^\n]+\n$/);
  expect(code).toBe(2);
});
