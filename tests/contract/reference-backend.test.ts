/** What any backend must do, over a socket, done by the reference backend on each database that is here. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Backend } from './backend.ts';
import { levels } from './check.ts';
import { allChecks } from './checks/all-checks.ts';
import { loadOpenApiDocument } from './openapi-document.ts';
import { reportAsTable, type SuiteReport } from './report.ts';
import { runSuite } from './run-suite.ts';
import { startReferenceBackend } from './start-reference-backend.ts';

const document = loadOpenApiDocument('openapi.json');
const databaseUrl = process.env['DATABASE_URL'] ?? '';
const databases = [
  { name: 'the embedded database', url: null },
  ...(databaseUrl === '' ? [] : [{ name: 'PostgreSQL', url: databaseUrl }]),
];

describe.each(databases)('the reference backend on $name', ({ url }) => {
  let backend: Backend;
  let report: SuiteReport;

  beforeAll(async () => {
    backend = await startReferenceBackend(url);
    report = await runSuite({ ...backend, serviceId: null, levels, document, checks: allChecks });
  }, 120_000);

  afterAll(async () => backend.stop());

  test.each(allChecks.map(({ id, title }) => [id, title]))('%s: %s', (id) => {
    expect(report.checks.find((check) => check.id === id)).toMatchObject({ result: 'passed', why: null });
  });

  test('the report names every level as passed and no token', () => {
    expect(report.levels.map(({ result }) => result)).toEqual(Array.from({ length: levels.length }, () => 'passed'));
    const written = JSON.stringify(report) + reportAsTable(report);
    for (const token of [backend.tokenA, backend.tokenB, backend.tokenOfficer]) expect(written).not.toContain(token);
  });
});
