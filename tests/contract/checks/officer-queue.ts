import { createApplication, type PlannedDocument, waitForStatus } from '../applications.ts';
import type { Check } from '../check.ts';
import { awaitInQueue, decide, planDecision, readEtag, readQueue } from '../decisions.ts';
import { expectContent } from '../expect-content.ts';
import { expectEqual, expectStatus, expectThat, fail } from '../expect.ts';
import { targetWithMostPapers } from '../target.ts';
import { announce, deliverApplication, sendDocuments, sendRest } from '../uploads.ts';

export const officerQueueChecks: readonly Check[] = [
  {
    id: 'queue-complete-only',
    level: 'officer',
    title: 'officers see an application when its last paper is verified, and nothing of it before',
    async run({ citizenA, officer, target }) {
      const { application, receipt } = await createApplication(citizenA, target);
      const isOwn = ({ id }: { id: string }) => id === application.id;
      expectThat(!(await readQueue(officer)).some(isOwn), `the queue shows ${application.id}, which lacks its papers`);
      const incomplete = await readQueue(officer, 'incomplete');
      expectThat(!incomplete.some(isOwn), `the queue shows ${application.id} when asked for incomplete ones`);
      expectStatus(await officer.get(application.path), 404);
      expectStatus(await decide(officer, planDecision(application.path), '"any"'), 404);
      await sendDocuments(citizenA, application);
      const item = await awaitInQueue(officer, application.id);
      if (item === undefined) return fail(`the queue does not show ${application.id}, which has all its papers`);
      expectEqual(item.registrationNumber, receipt.registrationNumber, `the queue's number of ${application.id}`);
      expectEqual(item.status, 'submitted', `the queue's status of ${application.id}`);
      await readEtag(officer, application.path);
    },
  },
  {
    id: 'officer-reads-papers',
    level: 'officer',
    title: 'officers read the papers of an application when it is complete, not before',
    async run({ citizenA, officer, definitions }) {
      // With several papers, one can be verified while the application still lacks another.
      const { application } = await createApplication(citizenA, targetWithMostPapers(definitions));
      const [first, last] = [application.documents[0], application.documents.at(-1)];
      if (first === undefined || last === undefined) return fail('no service asks for a paper');
      const send = async (document: PlannedDocument): Promise<void> => {
        const { uploadUrl } = await announce(citizenA, application.id, document);
        await sendRest(citizenA, uploadUrl, document);
      };
      const path = `/v1/documents/${first.id}/content`;
      for (const document of application.documents.slice(0, -1)) await send(document);
      expectStatus(await officer.get(path), 404);
      await send(last);
      await waitForStatus(citizenA, application.path, 'submitted');
      const answer = await officer.get(path);
      expectStatus(answer, 200);
      expectContent(answer, first);
    },
  },
  {
    id: 'queue-by-status',
    level: 'officer',
    title: 'the queue can be read by status',
    async run({ citizenA, officer, target }) {
      const { application } = await deliverApplication(citizenA, target);
      const isOwn = ({ id }: { id: string }) => id === application.id;
      const has = async (status: string) => (await readQueue(officer, status)).some(isOwn);
      expectEqual([await has('submitted'), await has('under_review')], [true, false], 'submitted, under_review');
      expectStatus(
        await decide(officer, planDecision(application.path), await readEtag(officer, application.path)),
        201,
      );
      expectEqual([await has('submitted'), await has('under_review')], [false, true], 'after review: the same');
    },
  },
  {
    id: 'citizens-stay-outside',
    level: 'officer',
    title: 'citizens neither read the queue nor decide; without a token it is 401',
    async run({ citizenA, citizenB, nobody, target }) {
      const { application, view } = await deliverApplication(citizenA, target);
      const etag = await readEtag(citizenA, application.path);
      expectStatus(await nobody.get('/v1/queue'), 401);
      expectStatus(await decide(nobody, planDecision(application.path), etag), 401);
      for (const citizen of [citizenA, citizenB]) {
        expectStatus(await citizen.get('/v1/queue'), 403, 404);
        expectStatus(await decide(citizen, planDecision(application.path), etag), 403, 404);
      }
      const after = await citizenA.get(application.path);
      expectEqual(
        after.headers.get('etag'),
        etag,
        `the ETag of version ${view.version} after citizens tried to decide`,
      );
    },
  },
];
