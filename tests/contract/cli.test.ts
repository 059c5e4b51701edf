/** The command as an engineer of another backend uses it: settings from the environment, a report, an exit code. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { PlantedFault } from '#tests/fakes/model-backend/planted-fault.ts';
import { startModelBackend } from '#tests/fakes/model-backend/start-model-backend.ts';

const folder = mkdtempSync(join(tmpdir(), 'contract-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
  const people = { CONTRACT_TOKEN_A: backend.tokenA, CONTRACT_TOKEN_B: backend.tokenB };
  try {
    return await runCli({ CONTRACT_BASE_URL: backend.baseUrl, ...people }, ...options);
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
])('%s ends with 2 and a sentence', async (_, environment, sentence) => {
  const { code, said } = await runCli(environment);
  expect(said).toContain(sentence);
  expect(code).toBe(2);
});
