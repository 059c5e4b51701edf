import { z } from 'zod';
import { IssuedDocumentView } from '#contract/result-schemas.ts';
import type { ApiClient } from '../api-client.ts';
import { readApplication } from '../applications.ts';
import type { Check } from '../check.ts';
import { readEtag } from '../decisions.ts';
import { expectEqual, expectStatus, expectThat } from '../expect.ts';
import { read } from '../read.ts';
import {
  beingMade,
  decideAll,
  give,
  giveFile,
  giveNow,
  newNumber,
  planFile,
  planPickup,
  sendResult,
  waitForResult,
} from '../results.ts';

const ask = async (client: ApiClient, number: string) => client.get(`/v1/issued?number=${encodeURIComponent(number)}`);

/** Also of level results: files that are none, and numbers that anybody may ask about. */
export const resultFileChecks: readonly Check[] = [
  {
    id: 'result-wrong-file',
    level: 'results',
    title:
      'another type, no bytes or too many are refused; other bytes than announced are 460; nobody is told of either',
    async run(context) {
      const { citizenA, officer, maxUploadSizeBytes } = context;
      const { path } = await beingMade(context);
      const etag = await readEtag(officer, path);
      const file = planFile(path);
      const wrong = (more: object) =>
        officer.put(planFile(path).path, { ...file.content, ...more }, { 'if-match': etag });
      expectStatus(await wrong({ mediaType: 'image/png' }), 415, 422);
      expectStatus(await wrong({ size: 0 }), 422);
      expectStatus(await wrong({ sha256: 'abc' }), 422);
      expectStatus(await wrong({ size: maxUploadSizeBytes + 1 }), 413);
      const spoilt = file.bytes.slice();
      spoilt[20] = (spoilt[20] ?? 0) ^ 1;
      expectStatus(await sendResult(officer, await giveNow(officer, file), spoilt), 460);
      const { answer, view } = await readApplication(citizenA, path);
      expectEqual(view.results ?? [], [], `${answer.exchange}: results after refusals`);
      expectStatus(await citizenA.get(`/v1/results/${file.id}/content`), 404);
    },
  },
  {
    id: 'result-number',
    level: 'results',
    title:
      'once the application is ready, anybody who has the number learns that it is real, and nothing of whose it is',
    async run(context) {
      const { citizenA, officer, nobody, target } = context;
      const application = await beingMade(context);
      const number = newNumber();
      const file = planFile(application.path, { number });
      await giveFile(officer, file);
      await waitForResult(citizenA, application.path, file.id);
      expectStatus(await ask(nobody, number), 404);
      await decideAll(officer, application.path, 'ready');
      const answer = await ask(nobody, number);
      expectStatus(answer, 200);
      const told = read(IssuedDocumentView, answer);
      expectEqual(
        [told.number, told.serviceId, told.sha256],
        [number, target.serviceId, file.sha256],
        `${answer.exchange}: number, service and SHA-256`,
      );
      const { view } = await readApplication(citizenA, application.path);
      for (const word of [application.id, view.registrationNumber, 'KANARI Siti'])
        expectThat(!answer.text.includes(word), `${answer.exchange}: tells whose it is ("${word}")`);
      expectStatus(await ask(nobody, newNumber()), 404);
    },
  },
  {
    id: 'result-number-once',
    level: 'results',
    title: 'no two documents bear one number; one whose file never came leaves it to the next',
    async run(context) {
      const { citizenA, officer } = context;
      const { path } = await beingMade(context);
      const number = newNumber();
      await giveNow(officer, planFile(path, { number }));
      const next = planPickup(path, { number });
      await giveNow(officer, next);
      const { result } = await waitForResult(citizenA, path, next.id);
      expectEqual(result.number, number, 'the number of the next one');
      const other = await beingMade(context);
      const taken = await give(officer, planPickup(other.path, { number }), await readEtag(officer, other.path));
      expectStatus(taken, 409);
      const { type } = read(z.looseObject({ type: z.string() }), taken);
      expectThat(type.endsWith('number-taken'), `${taken.exchange}: type is ${type}`);
    },
  },
  {
    id: 'result-stays',
    level: 'results',
    title: 'a later result stands beside the earlier one, the oldest first, and both stay when the application is done',
    async run(context) {
      const { citizenA, officer } = context;
      const { path } = await beingMade(context);
      const first = planPickup(path);
      await giveNow(officer, first);
      await decideAll(officer, path, 'ready');
      const second = planPickup(path, { title: 'KANARI salinan' });
      await giveNow(officer, second);
      await decideAll(officer, path, 'complete');
      const { answer, view } = await readApplication(citizenA, path);
      expectEqual(
        view.results?.map(({ id }) => id),
        [first.id, second.id],
        `${answer.exchange}: the results of what is done`,
      );
    },
  },
];
