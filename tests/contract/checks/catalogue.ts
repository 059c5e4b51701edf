import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import type { ApiClient } from '../api-client.ts';
import type { Check } from '../check.ts';
import { expectEqual, expectStatus, expectThat, fail } from '../expect.ts';
import { read, readHeader } from '../read.ts';
import { brokenAnswers } from '../sample/broken-answers.ts';
import { sampleAnswers } from '../sample/sample-answers.ts';

export const catalogueChecks: readonly Check[] = [
  {
    id: 'catalogue-not-modified',
    level: 'core',
    title:
      'the list of services, each service and its schema carry an ETag, and what a phone has already is not sent again',
    async run({ citizenA, target }) {
      await expectNotModified(citizenA, '/v1/services');
      await expectNotModified(citizenA, `/v1/services/${target.serviceId}`);
      await expectNotModified(citizenA, `/v1/services/${target.serviceId}/schema`);
    },
  },
  {
    id: 'answers-schema-accepts',
    level: 'core',
    title:
      "each service's JSON Schema 2020-12 accepts answers that fit its definition, all of them or only the required",
    async run({ citizenA, definitions }) {
      for (const definition of definitions) {
        const validate = await compileAnswersSchema(citizenA, definition.id);
        for (const onlyRequired of [false, true]) {
          const right = validate(sampleAnswers(definition, { onlyRequired }));
          expectThat(right, `schema of ${definition.id} refuses valid answers: ${explain(validate)}`);
        }
      }
    },
  },
  {
    id: 'answers-schema-refuses',
    level: 'core',
    title: "each service's JSON Schema refuses a missing, a wrong and an unknown answer",
    async run({ citizenA, definitions }) {
      for (const definition of definitions) {
        const validate = await compileAnswersSchema(citizenA, definition.id);
        for (const broken of brokenAnswers(definition, sampleAnswers(definition))) {
          const accepted = validate(broken.answers);
          expectThat(!accepted, `schema of ${definition.id} accepts ${broken.title} at ${broken.pointer}`);
        }
      }
    },
  },
];

export async function expectNotModified(client: ApiClient, path: string): Promise<void> {
  const first = await client.get(path);
  expectStatus(first, 200);
  const etag = readHeader(first, 'etag');
  const second = await client.get(path, { 'if-none-match': etag });
  expectStatus(second, 304);
  expectEqual(second.text, '', `${second.exchange}: the body`);
  const other = await client.get(path, { 'if-none-match': '"another-version"' });
  expectStatus(other, 200);
  expectEqual(readHeader(other, 'etag'), etag, `${other.exchange}: the ETag`);
}

async function compileAnswersSchema(client: ApiClient, serviceId: string): Promise<ValidateFunction> {
  const answer = await client.get(`/v1/services/${serviceId}/schema`);
  expectStatus(answer, 200);
  const schema = read(z.looseObject({ $schema: z.literal('https://json-schema.org/draft/2020-12/schema') }), answer);
  // A fresh instance each time: schemas of one $id must not meet.
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  try {
    return ajv.compile(schema);
  } catch (error) {
    return fail(`${answer.exchange}: a stock validator cannot compile it: ${String(error)}`);
  }
}

function explain(validate: ValidateFunction): string {
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`).join('; ');
}
