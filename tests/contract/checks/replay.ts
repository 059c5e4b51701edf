import { ReceiptWire } from '#contract/schemas.ts';
import type { JsonValue } from '#lib/json.ts';
import { createApplication, readApplication, submit } from '../applications.ts';
import type { Check } from '../check.ts';
import { expectEqual, expectStatus } from '../expect.ts';
import { read } from '../read.ts';
import { waitUntil } from '../wait-until.ts';

export const replayChecks: readonly Check[] = [
  {
    id: 'replay-same-receipt',
    level: 'core',
    title: 'the same PUT again answers 200 with the same number and time of receipt',
    async run({ citizenA, target }) {
      const { application, receipt } = await createApplication(citizenA, target);
      // Backends that keep whole seconds must show a changed time too.
      const answeredAtMs = Date.now();
      await waitUntil(async () => Promise.resolve(Date.now() > answeredAtMs + 1000 || undefined), 2000);
      const answer = await submit(citizenA, application);
      expectStatus(answer, 200);
      const again = read(ReceiptWire, answer);
      expectEqual(again.id, receipt.id, `${answer.exchange}: id`);
      expectEqual(again.registrationNumber, receipt.registrationNumber, `${answer.exchange}: registrationNumber`);
      expectEqual(Date.parse(again.receivedAt), Date.parse(receipt.receivedAt), `${answer.exchange}: receivedAt`);
      expectEqual(again.version, receipt.version, `${answer.exchange}: version`);
    },
  },
  {
    id: 'replay-other-spelling',
    level: 'core',
    title: 'the same content with keys in another order and other white space is the same application',
    async run({ citizenA, target }) {
      const { application } = await createApplication(citizenA, target);
      const answer = await citizenA.send({
        method: 'PUT',
        path: application.path,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(reverseKeys(application.body), null, 2),
      });
      expectStatus(answer, 200);
    },
  },
  {
    id: 'other-content-409',
    level: 'core',
    title: 'another content under the same id answers 409, and what was received first stays',
    async run({ citizenA, target }) {
      const { application } = await createApplication(citizenA, target);
      const { path, body } = application;
      expectStatus(await citizenA.put(path, { ...body, data: target.otherAnswers }), 409);
      const documents = body.documents.map((document) => ({ ...document, sha256: '0'.repeat(64) }));
      expectStatus(await citizenA.put(path, { ...body, documents }), 409);
      const { answer, view } = await readApplication(citizenA, path);
      expectEqual(view.data, body.data, `${answer.exchange}: data after a refused overwrite`);
      expectStatus(await submit(citizenA, application), 200);
    },
  },
];

function reverseKeys(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (isArray(value)) return value.map(reverseKeys);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reverseKeys(inner)]),
  );
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
