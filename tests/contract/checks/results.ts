import { readApplication } from '../applications.ts';
import { awaitChanges, markFeed } from '../changes.ts';
import type { Check } from '../check.ts';
import { readEtag } from '../decisions.ts';
import { expectEqual, expectStatus, expectThat } from '../expect.ts';
import { readHeader } from '../read.ts';
import { beingMade, give, giveFile, giveNow, planFile, planPickup, sendResult, waitForResult } from '../results.ts';
import { deliverApplication } from '../uploads.ts';

/** For backends that name the feature "results". */
export const resultChecks: readonly Check[] = [
  {
    id: 'result-pickup-told',
    level: 'results',
    title: 'what is to be fetched is told at once, with place and day, in the history, the feed and a raised version',
    async run(context) {
      const { citizenA, officer } = context;
      const { id, path } = await beingMade(context);
      const before = await readApplication(citizenA, path);
      const mark = await markFeed(citizenA);
      const pickup = planPickup(path);
      await giveNow(officer, pickup);
      const { answer, view, result } = await waitForResult(citizenA, path, pickup.id);
      const { title, pickup: where } = pickup.content;
      expectEqual(
        [result.kind, result.title, result.pickup],
        ['pickup', title, where],
        `${answer.exchange}: the result`,
      );
      expectThat(view.version > before.view.version, `version ${view.version} is not raised by a result`);
      const last = view.history?.at(-1);
      expectEqual([last?.action, last?.by], ['result', 'official'], `${answer.exchange}: the last step`);
      const isIt = (one: { applicationId: string; version: number }) =>
        one.applicationId === id && one.version === view.version;
      const { items } = await awaitChanges(citizenA, mark, (all) => all.some(isIt));
      expectThat(items.some(isIt), `the feed does not tell of version ${view.version}`);
    },
  },
  {
    id: 'result-file-whole',
    level: 'results',
    title: 'a file is told of only when its bytes are whole, and then comes back byte for byte',
    async run(context) {
      const { citizenA, officer } = context;
      const { path } = await beingMade(context);
      const file = planFile(path);
      const announced = await giveNow(officer, file);
      const content = `/v1/results/${file.id}/content`;
      const early = await readApplication(citizenA, path);
      expectEqual(early.view.results ?? [], [], `${early.answer.exchange}: results before the bytes`);
      expectStatus(await citizenA.get(content), 404);
      expectStatus(await sendResult(officer, announced, file.bytes), 204);
      const { answer, result } = await waitForResult(citizenA, path, file.id);
      const { size, sha256 } = result.file ?? {};
      expectEqual([size, sha256], [file.bytes.length, file.sha256], `${answer.exchange}: size and SHA-256 of the file`);
      const got = await citizenA.get(content);
      expectStatus(got, 200);
      expectThat(Buffer.from(file.bytes).equals(got.bytes), `${got.exchange}: other bytes than were given`);
      const shown = readHeader(got, 'content-disposition').toLowerCase();
      expectThat(shown.startsWith('attachment'), `${got.exchange}: a document of somebody is shown as a page`);
    },
  },
  {
    id: 'result-file-own',
    level: 'results',
    title: 'a file opens for its applicant and for the office, and for nobody else',
    async run(context) {
      const { citizenA, citizenB, officer, nobody } = context;
      const { path } = await beingMade(context);
      const file = planFile(path);
      await giveFile(officer, file);
      await waitForResult(citizenA, path, file.id);
      const content = `/v1/results/${file.id}/content`;
      expectStatus(await officer.get(content), 200);
      expectStatus(await citizenB.get(content), 404);
      expectStatus(await nobody.get(content), 401);
    },
  },
  {
    id: 'result-etag',
    level: 'results',
    title: 'who has seen the application before a result reads it anew, and after that 304',
    async run(context) {
      const { citizenA, officer } = context;
      const { path } = await beingMade(context);
      const seen = await readEtag(citizenA, path);
      expectStatus(await citizenA.get(path, { 'if-none-match': seen }), 304);
      const pickup = planPickup(path);
      await giveNow(officer, pickup);
      await waitForResult(citizenA, path, pickup.id);
      const anew = await citizenA.get(path, { 'if-none-match': seen });
      expectStatus(anew, 200);
      expectStatus(await citizenA.get(path, { 'if-none-match': readHeader(anew, 'etag') }), 304);
    },
  },
  {
    id: 'result-replay',
    level: 'results',
    title: 'the same result again answers 200 though its If-Match is old by now, and is told once; other content 409',
    async run(context) {
      const { citizenA, officer } = context;
      const { path } = await beingMade(context);
      const etag = await readEtag(officer, path);
      const pickup = planPickup(path);
      expectStatus(await give(officer, pickup, etag), 201);
      const { view } = await waitForResult(citizenA, path, pickup.id);
      expectStatus(await give(officer, pickup, etag), 200);
      const other = planPickup(path, { title: 'KANARI surat lain' });
      expectStatus(await give(officer, { ...other, path: pickup.path }, await readEtag(officer, path)), 409);
      const after = await readApplication(citizenA, path);
      expectEqual(
        [after.view.version, after.view.results?.length],
        [view.version, 1],
        'version and results in the end',
      );
    },
  },
  {
    id: 'result-needs-match',
    level: 'results',
    title: 'a result without If-Match answers 428, with an old one 412, and nobody is told of it',
    async run(context) {
      const { citizenA, officer } = context;
      const { path } = await beingMade(context);
      expectStatus(await give(officer, planPickup(path), null), 428);
      expectStatus(await give(officer, planPickup(path), '"1"'), 412);
      const { answer, view } = await readApplication(citizenA, path);
      expectEqual(view.results ?? [], [], `${answer.exchange}: results after refusals`);
      expectStatus(await give(officer, planPickup(path), await readEtag(officer, path)), 201);
    },
  },
  {
    id: 'result-in-its-time',
    level: 'results',
    title: 'before it is made nothing is given: 409; and applicants give nothing at all',
    async run({ citizenA, officer, target }) {
      const { application, answer } = await deliverApplication(citizenA, target);
      const { path } = application;
      expectStatus(await give(officer, planPickup(path), await readEtag(officer, path)), 409);
      expectStatus(await give(citizenA, planPickup(path), readHeader(answer, 'etag')), 403, 404);
      const after = await readApplication(citizenA, path);
      expectEqual(after.view.results ?? [], [], `${after.answer.exchange}: results after refusals`);
    },
  },
];
