/** Whoever validates with the published schema and a stock validator refuses what the office refuses, and nothing else. */
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { Problem } from '#contract/schemas.ts';
import { submissionText } from '#domain/application/submission.ts';
import type { Answers } from '#domain/form/answers.ts';
import { cleanAnswers } from '#domain/form/clean.ts';
import { pointerKeys } from '#domain/form/pointer.ts';
import { validateAnswers } from '#domain/form/validate.ts';
import { visibleRequirements } from '#domain/form/visibility.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonObject } from '#lib/json.ts';
import { loadCatalogue } from '#server/catalogue/catalogue.ts';
import { openTestApp, type TestApp } from '#server/testing/test-app.ts';
import { rightForm, spoiltForm, today } from '#tests/fixtures/services/arbitrary-answers.ts';
import { mutatedForm } from '#tests/fixtures/services/mutated-answers.ts';
import {
  aktaKelahiran,
  pengaduanAspirasi,
  replacedServices,
  suratKeteranganUsaha,
} from '#tests/fixtures/services/services.ts';

const shipped = new Map(
  [aktaKelahiran, suratKeteranganUsaha, pengaduanAspirasi].map((definition) => [definition.id, definition]),
);
const catalogueFolder = fileURLToPath(new URL('../../server/catalogue', import.meta.url));

let app: TestApp;
const schemas = new Map<string, ValidateFunction>();
beforeAll(async () => {
  app = await openTestApp({ adapt: (ports) => ({ ...ports, catalogue: loadCatalogue(catalogueFolder) }) });
  for (const id of shipped.keys()) {
    const answer = await app.send('siti', 'GET', `/v1/services/${id}/schema`);
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    addFormats.default(ajv);
    schemas.set(id, ajv.compile(JSON.parse(await answer.text())));
  }
});
afterAll(() => app.close());

type Refused = NonNullable<z.output<typeof Problem>['errors']>[number];

interface Judged {
  readonly bySchema: boolean;
  readonly byOffice: boolean;
  /** What the office refuses, and the schema leaves to a comment, may pass one and not the other. */
  readonly onlyCommented: boolean;
  readonly said: string;
}

async function judged(id: string, data: JsonObject): Promise<Judged> {
  const validate = schemas.get(id);
  const bySchema = validate?.(data) === true;
  const answer = await app.send('siti', 'PUT', `/v1/applications/${uuidv7()}`, { json: submissionOf(id, data) });
  const text = await answer.text();
  expect([201, 422], text).toContain(answer.status);
  const { errors = [] } = answer.status === 422 ? Problem.parse(JSON.parse(text)) : {};
  return {
    bySchema,
    byOffice: answer.status === 201,
    onlyCommented: errors.length > 0 && errors.every((error) => isCommented(error, data)),
    said: JSON.stringify({ data, schema: validate?.errors, office: errors }),
  };
}

/** Every paper that the service may ask for, so that only the answers decide. */
function submissionOf(serviceId: string, data: JsonObject) {
  const definition = shipped.get(serviceId);
  return {
    serviceId,
    schemaVersion: definition?.schemaVersion,
    data,
    documents: definition?.requirements.map((requirement) => ({
      id: uuidv7(),
      slot: requirement.id,
      mediaType: requirement.accept[0],
      size: 1000,
      sha256: 'a'.repeat(64),
    })),
    capturedAt: `${today}T02:00:00.000Z`,
  };
}

/** The calendar, two people who are one, and a text that is no NFC (a letter and its mark count as one) stand in a `$comment`. */
function isCommented({ pointer, code, params }: Refused, data: JsonObject): boolean {
  if (['tooEarly', 'tooLate', 'notDifferent'].includes(code)) return true;
  if (code === 'tooLarge') return params?.['max'] === Number(today.slice(0, 4));
  if (!['notClean', 'tooShort', 'tooLong'].includes(code)) return false;
  let value: unknown = data;
  for (const key of pointerKeys(pointer)) value = Object(value)[key];
  return typeof value === 'string' && (value !== value.normalize('NFC') || !value.isWellFormed());
}

/** Long enough for who counts a letter and its mark as two. */
const decomposed = { judul: 'KANARI lengkap', isi: '24:00 Zoe\u0301', anonim: true };

test('3,600 mutated applications: the published schema and the office agree on every one', async () => {
  const anyMutated = fc.oneof(
    ...[...shipped.values()].map((definition) =>
      fc.record({ service: fc.constant(definition.id), data: mutatedForm(definition) }),
    ),
  );
  const seen = { accepted: 0, refused: 0, commented: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(anyMutated, { minLength: 30, maxLength: 30 }), async (batch) => {
      for (const { bySchema, byOffice, onlyCommented, said } of await Promise.all(
        batch.map(({ service, data }) => judged(service, data)),
      )) {
        if (bySchema && onlyCommented) seen.commented += 1;
        else expect(byOffice, said).toBe(bySchema);
        seen[byOffice ? 'accepted' : 'refused'] += 1;
      }
    }),
    { numRuns: 121, examples: [[[{ service: 'pengaduan', data: decomposed }]]] },
  );
  expect(seen.accepted + seen.refused).toBeGreaterThanOrEqual(3600);
  expect(seen.accepted).toBeGreaterThan(600);
  expect(seen.refused).toBeGreaterThan(1200);
  expect(seen.commented).toBeGreaterThan(0);
}, 120_000);

test('what the phone finds right and sends is taken, also months later and in an older version of the form (C36, F55)', async () => {
  const sixMonthsMs = 170 * 24 * 60 * 60 * 1000;
  const late = await openTestApp({
    adapt: (ports) => ({
      ...ports,
      catalogue: loadCatalogue(catalogueFolder),
      nowMs: () => Date.parse(today) + sixMonthsMs,
    }),
  });
  const anySent = fc.oneof(
    ...[...shipped.values(), ...replacedServices].map((definition) =>
      fc.record({
        definition: fc.constant(definition),
        typed: fc.oneof(rightForm(definition), spoiltForm(definition)),
      }),
    ),
  );
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(anySent, async ({ definition, typed }) => {
      const answers = cleanAnswers(definition, typed, today);
      if (validateAnswers(definition, answers, { today }).length > 0) return;
      sent += 1;
      const path = `/v1/applications/${uuidv7()}`;
      const headers = { 'Content-Type': 'application/json' };
      const answer = await late.send('siti', 'PUT', path, { body: phoneText(definition, answers), headers });
      expect(answer.status, await answer.text()).toBe(201);
    }),
    { numRuns: 400 },
  );
  expect(sent).toBeGreaterThan(100);
  await late.close();
});

/** The bytes that Kirim fixes. */
function phoneText(definition: ServiceDefinition, answers: Answers): string {
  const applicationId = uuidv7();
  return submissionText({
    applicationId,
    definition,
    answers,
    documents: visibleRequirements(definition, answers).map(({ id, accept }) => ({
      id: uuidv7(),
      applicationId,
      slot: id,
      mediaType: accept[0] ?? 'image/jpeg',
      sizeBytes: 1000,
      sha256: 'a'.repeat(64),
      fileName: 'foto.jpg',
      attachedAtMs: 0,
    })),
    device: { deviceId: uuidv7(), sequence: 1 },
    ownerId: null,
    nowMs: Date.parse(today),
  });
}
