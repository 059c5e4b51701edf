import { gzipSync } from 'node:zlib';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { Problem } from '#contract/schemas.ts';
import type { Answer, Call } from '../api-client.ts';
import { planApplication } from '../applications.ts';
import type { Check } from '../check.ts';
import { brief, expectStatus, expectThat } from '../expect.ts';
import { read } from '../read.ts';
import { brokenAnswers } from '../sample/broken-answers.ts';
import { sampleAnswers } from '../sample/sample-answers.ts';
import { fileTypes, targetOf } from '../target.ts';

export const validationChecks: readonly Check[] = [
  {
    id: 'wrong-answer-pointer',
    level: 'core',
    title: 'a wrong answer is refused with 422 and a JSON Pointer to it, whatever the type of the field',
    async run({ citizenA, definitions }) {
      for (const definition of definitions) {
        const target = targetOf(definition);
        for (const broken of brokenAnswers(definition, sampleAnswers(definition))) {
          const { path, body } = planApplication(target);
          const answer = await citizenA.put(path, { ...body, data: broken.answers });
          expectPointer(answer, broken.pointer, `${definition.id}, ${broken.title}`);
          expectStatus(await citizenA.get(path), 404);
        }
      }
    },
  },
  {
    id: 'missing-paper-pointer',
    level: 'core',
    title: 'a required paper that is not announced is refused with 422 and a pointer to its slot',
    async run({ citizenA, definitions }) {
      for (const definition of definitions) {
        const required = definition.requirements.find((paper) => paper.required && paper.visibleWhen === undefined);
        if (required === undefined) continue;
        const { path, body } = planApplication(targetOf(definition));
        const documents = body.documents.filter(({ slot }) => slot !== required.id);
        const answer = await citizenA.put(path, { ...body, documents });
        expectPointer(answer, `/documents/${required.id}`, `${definition.id}, paper ${required.id} missing`);
      }
    },
  },
  {
    id: 'wrong-paper-pointer',
    level: 'core',
    title:
      'a paper that nobody asked for, or of a type that is not taken, is refused with 422 and a pointer to its slot',
    async run({ citizenA, definitions }) {
      for (const definition of definitions) {
        const { path, body } = planApplication(targetOf(definition));
        for (const document of body.documents) {
          const others = body.documents.filter(({ id }) => id !== document.id);
          const stranger = { ...document, id: uuidv7(), slot: 'slot_yang_tidak_ada' };
          const answer = await citizenA.put(path, { ...body, documents: [...body.documents, stranger] });
          expectPointer(answer, `/documents/${stranger.slot}`, `${definition.id}, a paper that nobody asked for`);
          const accepted = definition.requirements.find(({ id }) => id === document.slot)?.accept ?? [];
          const refused = fileTypes.find((type) => !accepted.includes(type));
          if (refused === undefined) continue;
          const wrongType = { ...document, mediaType: refused };
          const typed = await citizenA.put(path, { ...body, documents: [...others, wrongType] });
          expectPointer(typed, `/documents/${document.slot}`, `${definition.id}, ${document.slot} as ${refused}`);
        }
      }
    },
  },
  {
    id: 'malformed-request',
    level: 'core',
    title: 'a request that is no application at all is refused with problem details and leaves nothing behind',
    async run({ citizenA, target }) {
      const { path, body } = planApplication(target);
      const json = JSON.stringify(body);
      const bodies: readonly (readonly [contentType: string, body: string])[] = [
        ['application/json', ''],
        ['application/json', json.slice(0, -1)],
        ['application/json', 'null'],
        ['application/json', '[]'],
        ['application/json', '"teks"'],
        ['application/json', '['.repeat(50_000)],
        ['application/json', JSON.stringify({ ...body, serviceId: 'layanan-yang-tidak-ada' })],
        ['application/json', JSON.stringify({ ...body, schemaVersion: 1_000_000 })],
        ['application/json', JSON.stringify({ ...body, capturedAt: 'kemarin' })],
        ['application/json', JSON.stringify({ ...body, data: 'teks' })],
        ['application/json', JSON.stringify({ ...body, data: { ...body.data, besar: 'A'.repeat(4_000_000) } })],
        ['application/json', JSON.stringify({ ...body, documents: [{ id: 'bukan-uuid' }] })],
        ['text/plain', json],
      ];
      for (const [contentType, content] of bodies) {
        const headers = { 'content-type': contentType };
        const answer = await citizenA.send({ method: 'PUT', path, headers, body: content });
        const refused = [400, 404, 413, 415, 422].includes(answer.status);
        expectThat(refused, `${answer.exchange} for ${contentType} ${brief(content)}, expected a 4xx that refuses`);
      }
      expectStatus(await citizenA.get(path), 404);
      expectStatus(await citizenA.put('/v1/applications/bukan-uuid', body), 400, 404, 422);
    },
  },
  {
    id: 'other-coding-415',
    level: 'core',
    title: 'a body with a Content-Encoding, or in a charset other than UTF-8, is refused with 415 and never misread',
    async run({ citizenA, target }) {
      const { path, body } = planApplication(target);
      const json = JSON.stringify(body);
      const bodies: readonly (readonly [headers: Readonly<Record<string, string>>, body: NonNullable<Call['body']>])[] =
        [
          [{ 'content-encoding': 'gzip' }, new Uint8Array(gzipSync(json))],
          [{ 'content-encoding': 'gzip' }, json],
          [{ 'content-type': 'application/json; charset=iso-8859-1' }, Uint8Array.from(Buffer.from(json, 'latin1'))],
        ];
      for (const [headers, content] of bodies) {
        const plain = { 'content-type': 'application/json' };
        const answer = await citizenA.send({ method: 'PUT', path, headers: { ...plain, ...headers }, body: content });
        const is415 = answer.status === 415;
        expectThat(is415, `${answer.exchange} for ${brief(headers)}, expected 415`);
      }
      expectStatus(await citizenA.get(path), 404);
      const spelt = { 'content-type': 'application/json; charset=UTF-8' };
      expectStatus(await citizenA.send({ method: 'PUT', path, headers: spelt, body: json }), 201);
    },
  },
];

function expectPointer(answer: Answer, pointer: string, what: string): void {
  if (answer.status !== 422) expectThat(false, `${answer.exchange} for ${what}, expected 422`);
  const { errors = [] } = read(Problem, answer);
  const pointers = errors.map((error) => error.pointer);
  // One of several choices may be named: "/fields/0" for "/fields".
  const isThere = pointers.some((given) => given === pointer || given.startsWith(`${pointer}/`));
  expectThat(isThere, `${answer.exchange} for ${what}: points at ${brief(pointers)}, not ${pointer}`);
  const coded = z.array(z.looseObject({ code: z.string().min(1) })).safeParse(errors).success;
  expectThat(coded, `${answer.exchange} for ${what}: an error without a code`);
}
