import { ApplicationInShort, ApplicationView } from '#contract/application-view.ts';
import {
  createApplication,
  type PlannedApplication,
  planApplication,
  readApplication,
  submit,
} from '../applications.ts';
import type { Check } from '../check.ts';
import { expectEqual, expectStatus, expectThat } from '../expect.ts';
import { read, readHeader } from '../read.ts';
import type { SampleDefinition, SampleField } from '../sample/definition.ts';
import { sampleAnswers } from '../sample/sample-answers.ts';
import { targetOf } from '../target.ts';
import { expectNotModified } from './catalogue.ts';

export const createChecks: readonly Check[] = [
  {
    id: 'create-receipt',
    level: 'core',
    title: 'the first PUT of an application answers 201 with a receipt that lists the papers still missing',
    async run({ citizenA, target }) {
      const { application, answer, receipt } = await createApplication(citizenA, target);
      expectEqual(receipt.id, application.id, `${answer.exchange}: id`);
      expectEqual(receipt.status, 'incomplete', `${answer.exchange}: status before any paper arrived`);
      expectEqual(
        receipt.missingDocuments.toSorted(),
        application.documents.map(({ id }) => id).toSorted(),
        `${answer.exchange}: missingDocuments`,
      );
    },
  },
  {
    id: 'create-numbers-differ',
    level: 'core',
    title: 'two applications never share a registration number',
    async run({ citizenA, citizenB, target }) {
      const receipts = await Promise.all(
        [citizenA, citizenB, citizenA, citizenB].map(
          async (client) => (await createApplication(client, target)).receipt,
        ),
      );
      const numbers = new Set(receipts.map(({ registrationNumber }) => registrationNumber));
      expectEqual(numbers.size, receipts.length, 'the count of different registration numbers of four applications');
    },
  },
  {
    id: 'read-back',
    level: 'core',
    title: 'GET gives back exactly what was sent, whatever the type of the field',
    async run({ citizenA, definitions }) {
      for (const target of definitions.map(targetOf)) {
        const { application, receipt } = await createApplication(citizenA, target);
        const { serviceId, schemaVersion, data, capturedAt, documents } = application.body;
        const { answer, view } = await readApplication(citizenA, application.path);
        expectEqual(view.data, data, `${answer.exchange}: data`);
        expectEqual([view.serviceId, view.schemaVersion], [serviceId, schemaVersion], `${answer.exchange}: service`);
        expectEqual(view.registrationNumber, receipt.registrationNumber, `${answer.exchange}: registrationNumber`);
        expectEqual(view.documents.map(refOf), documents.map(refOf), `${answer.exchange}: documents`);
        expectEqual(Date.parse(view.capturedAt), Date.parse(capturedAt), `${answer.exchange}: capturedAt`);
      }
    },
  },
  {
    id: 'application-etag',
    level: 'core',
    title: 'receipt and GET carry the same ETag, and If-None-Match answers 304',
    async run({ citizenA, target }) {
      const { application, answer } = await createApplication(citizenA, target);
      const etag = readHeader(answer, 'etag');
      const got = await readApplication(citizenA, application.path);
      expectEqual(readHeader(got.answer, 'etag'), etag, `${got.answer.exchange}: the ETag`);
      const replayed = await submit(citizenA, application);
      expectEqual(readHeader(replayed, 'etag'), etag, `${replayed.exchange}: the ETag`);
      await expectNotModified(citizenA, application.path);
    },
  },
  {
    id: 'told-in-short',
    level: 'core',
    title: 'Prefer: return=minimal is answered in whole, or with where it is and nothing that was written',
    async run({ citizenA, target }) {
      const { application } = await createApplication(citizenA, target);
      const { view } = await readApplication(citizenA, application.path);
      const answer = await citizenA.get(application.path, { prefer: 'return=minimal' });
      expectStatus(answer, 200);
      if (answer.headers.get('preference-applied') === null) {
        expectEqual(
          read(ApplicationView, answer).data,
          view.data,
          `${answer.exchange}: data, with no preference applied`,
        );
        return;
      }
      const { status, version, ...short } = read(ApplicationInShort, answer);
      expectEqual([status, version], [view.status, view.version], `${answer.exchange}: status and version`);
      const written = ['data', 'documents', 'onBehalfOf'].filter((name) => name in short);
      expectEqual(written, [], `${answer.exchange}: members that were not asked for`);
    },
  },
  {
    id: 'text-as-typed',
    level: 'core',
    title: 'emoji, Arabic, accents and line breaks come back as they were typed',
    async run({ citizenA, definitions }) {
      const typed = '🙂 Jl. Mawar № 7 – «KANARI» é ﷽ مرحبا 漢字';
      const { application } = await createApplication(citizenA, targetWithText(definitions, typed));
      const { answer, view } = await readApplication(citizenA, application.path);
      expectEqual(view.data, application.body.data, `${answer.exchange}: data`);
    },
  },
  {
    id: 'odd-text-answered',
    level: 'core',
    title: 'NUL and half a surrogate pair are stored as sent or refused by pointer, never a server error',
    async run({ citizenA, definitions }) {
      for (const odd of ['NUL \u0000 di tengah', 'separuh \ud83d emoji']) {
        const application = planApplication(targetWithText(definitions, odd));
        const answer = await submit(citizenA, application);
        expectStatus(answer, 201, 422);
        if (answer.status === 422) continue;
        const { view } = await readApplication(citizenA, application.path);
        expectThat(
          JSON.stringify(view.data) === JSON.stringify(application.body.data),
          `${answer.exchange}, but GET gives another text back`,
        );
      }
    },
  },
];

/** Only what was sent: a backend adds the state of each paper. */
function refOf({ id, slot, mediaType, size, sha256 }: PlannedApplication['body']['documents'][number]) {
  return { id, slot, mediaType, size, sha256 };
}

/** The first service that has a free text field on its top level, with that text in it. */
function targetWithText(definitions: readonly SampleDefinition[], text: string) {
  for (const definition of definitions) {
    const target = targetOf(definition);
    const field = definition.steps
      .flatMap(({ fields }) => fields)
      .find((candidate) => isFreeText(candidate) && target.answers[candidate.id] !== undefined);
    if (field !== undefined) return { ...target, answers: { ...sampleAnswers(definition), [field.id]: text } };
  }
  throw new Error('no service has a text field without a pattern');
}

function isFreeText(field: SampleField): boolean {
  const isText = field.type === 'text' || field.type === 'longText';
  return isText && field.pattern === undefined && field.digitsOnly !== true && (field.maxLength ?? 200) >= 60;
}
