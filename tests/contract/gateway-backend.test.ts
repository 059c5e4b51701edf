/** What any backend must do, done by one that takes bearer tokens only, through the gateway that signs people in. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allChecks } from './checks/all-checks.ts';
import { loadOpenApiDocument } from './openapi-document.ts';
import type { SuiteReport } from './report.ts';
import { runSuite } from './run-suite.ts';
import { startGatewayBackend } from './start-gateway-backend.ts';

/** Of the others nothing goes another way than these do. */
const levels = ['core', 'uploads', 'officer', 'ticket'] as const;
const checks = allChecks.filter(({ level }) => levels.some((each) => each === level));

describe('a backend behind the gateway', () => {
  let backend: Awaited<ReturnType<typeof startGatewayBackend>>;
  let report: SuiteReport;

  beforeAll(async () => {
    backend = await startGatewayBackend();
    const document = loadOpenApiDocument('openapi.json');
    report = await runSuite({ ...backend, serviceId: null, levels, document, checks });
  }, 120_000);

  afterAll(async () => backend.stop());

  test.each(checks.map(({ id, title }) => [id, title]))('%s: %s', (id) => {
    expect(report.checks.find((check) => check.id === id)).toMatchObject({ result: 'passed', why: null });
  });
});
