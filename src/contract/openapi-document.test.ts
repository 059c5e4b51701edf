import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { openapiDocument } from './openapi-document.ts';
import { contractRoutes } from './routes.ts';

describe('the published contract', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const result = await validator.validate(JSON.parse(JSON.stringify(openapiDocument())));
    expect([validator.version, result.valid, result.errors ?? null]).toEqual(['3.1', true, null]);
  });

  it('is the committed one', () => {
    const committed: unknown = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'));
    expect(JSON.parse(JSON.stringify(openapiDocument()))).toEqual(committed);
  });

  it('names every operation once, and says who may call it', () => {
    const names = contractRoutes.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const route of contractRoutes) {
      expect(['public', 'signed-in', 'applicants', 'citizens', 'officials', 'heads']).toContain(route['x-access']);
      expect('security' in route).toBe(route['x-access'] !== 'public');
    }
  });

  it('has a problem document for every refusal', () => {
    const refusals = contractRoutes.flatMap(({ operationId, responses }) =>
      Object.entries(responses)
        .filter(([status]) => Number(status) >= 400)
        .map(([status, response]) => [
          operationId,
          status,
          'content' in response && 'application/problem+json' in response.content,
        ]),
    );
    expect(refusals.filter(([, , told]) => told !== true)).toEqual([]);
  });
});
