/** Proves checks of a level: the reference backend, spoilt in one place at a time, has to be found out by them. */
import { describe, expect, test } from 'vitest';
import type { AppPorts } from '#server/app-ports.ts';
import { type Check, levels } from './check.ts';
import { loadOpenApiDocument } from './openapi-document.ts';
import { runSuite } from './run-suite.ts';
import { type Between, honest, standBetween } from './somebody-between.ts';
import { startReferenceBackend } from './start-reference-backend.ts';

export interface Fault {
  /** "A backend that …" */
  readonly what: string;
  /** Spoils one of its parts. */
  readonly spoil?: (ports: AppPorts) => AppPorts;
  /** Spoils what is asked of it or what it answers. One for each run: it may remember. */
  readonly between?: Between;
  /** Exactly these checks, in their order. */
  readonly caughtBy: readonly string[];
}

const document = loadOpenApiDocument('openapi.json');

export function proveChecks(checks: readonly Check[], faults: readonly Fault[]): void {
  test('every check of the level has a fault', () => {
    const proved = new Set(faults.flatMap(({ caughtBy }) => caughtBy));
    expect(checks.filter(({ id }) => !proved.has(id))).toEqual([]);
  });

  describe('a backend that', () => {
    test.each(faults)('$what is found out', async ({ spoil, between, caughtBy }) => {
      const notPassed = await judge(checks, spoil, between, { patienceMs: 1500 });
      expect(notPassed.map(({ id }) => id)).toEqual(caughtBy);
    });

    test('keeps its promises passes, also with somebody in between', async () => {
      expect(await judge(checks)).toEqual([]);
    });
  });
}

async function judge(
  checks: readonly Check[],
  spoil?: Fault['spoil'],
  between: Between = honest,
  patience: { readonly patienceMs?: number } = {},
) {
  const backend = await startReferenceBackend(null, spoil);
  const { baseUrl, leave } = await standBetween(backend, between);
  try {
    const report = await runSuite({ ...backend, ...patience, baseUrl, serviceId: null, levels, document, checks });
    return report.checks
      .filter(({ result }) => result !== 'passed')
      .map(({ id, result, why }) => ({ id, result, why }));
  } finally {
    await leave();
    await backend.stop();
  }
}
