import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { ApplicationView } from '#contract/application-view.ts';
import { ReceiptWire } from '#contract/schemas.ts';
import { readApplication, waitForStatus } from '../applications.ts';
import type { Check } from '../check.ts';
import { expectEqual, expectStatus, expectThat, fail } from '../expect.ts';
import { read } from '../read.ts';
import { change, planRevision, returnApplication, returnReason } from '../revisions.ts';
import { sampleFile } from '../sample/sample-file.ts';
import { announce, deliverApplication, sendRest } from '../uploads.ts';

/** For backends that name the feature "revisions". */
export const revisionChecks: readonly Check[] = [
  {
    id: 'return-marks-fields',
    level: 'revision',
    title: 'a return tells what it marks, and the history tells every step with who it was and never a name',
    async run(context) {
      const { application, fields } = await returnApplication(context);
      const { answer, view } = await readApplication(context.citizenA, application.path);
      expectEqual(view.fields, fields, `${answer.exchange}: fields`);
      const history = view.history ?? fail(`${answer.exchange}: no history`);
      const steps = history.map(({ action, status, by }) => [action, status, by]);
      const returned = ['return', 'returned', 'official'];
      expectEqual(steps, [['received', 'submitted', 'applicant'], returned], `${answer.exchange}: history`);
      expectEqual(history.at(-1)?.reason, returnReason, `${answer.exchange}: the reason in the history`);
    },
  },
  {
    id: 'returned-told-whole',
    level: 'revision',
    title: 'who asks for a returned application in short is told all of it: the repair may begin with no signal',
    async run(context) {
      const { application, fields } = await returnApplication(context);
      const answer = await context.citizenA.get(application.path, { prefer: 'return=minimal' });
      expectStatus(answer, 200);
      const view = read(ApplicationView, answer);
      expectEqual([view.data, view.fields], [application.body.data, fields], `${answer.exchange}: data and fields`);
      expectEqual(view.documents.length, application.documents.length, `${answer.exchange}: how many documents`);
    },
  },
  {
    id: 'revision-at-once',
    level: 'revision',
    title: 'a revision with a new paper changes nothing until the paper is there; then all of it changes at once',
    async run(context) {
      const { citizenA, target } = context;
      const { application, etag } = await returnApplication(context);
      const [first = fail('the service asks for no paper'), ...kept] = application.documents;
      const bytes = sampleFile(first.mediaType === 'image/png' ? 'image/png' : 'application/pdf', 3000);
      const paper = { ...first, id: uuidv7(), bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
      const { bytes: _bytes, ...reference } = paper;
      const isKept = ({ id }: { id: string }): boolean => kept.some((document) => document.id === id);
      const documents = [{ ...reference, size: bytes.length }, ...application.body.documents.filter(isKept)];
      const answer = await change(citizenA, planRevision(application, target, documents), etag);
      expectStatus(answer, 201);
      expectEqual(read(ReceiptWire, answer).missingDocuments, [paper.id], `${answer.exchange}: missingDocuments`);
      const before = await readApplication(citizenA, application.path);
      expectEqual(
        [before.view.status, before.view.data],
        ['returned', application.body.data],
        'status and answers while a paper is missing',
      );
      const { uploadUrl } = await announce(citizenA, application.id, paper);
      await sendRest(citizenA, uploadUrl, paper);
      const after = await waitForStatus(citizenA, application.path, 'submitted');
      if (after === undefined)
        return fail(`the paper of the revision of ${application.path} is sent; it stays returned`);
      const { view } = after;
      expectEqual(view.data, target.otherAnswers, 'the answers after the revision');
      expectEqual(
        view.documents.map(({ id }) => id),
        documents.map(({ id }) => id),
        'the papers after the revision',
      );
      expectThat(view.version > before.view.version, `version ${view.version} is not raised by the revision`);
      expectEqual(view.history?.at(-1)?.action, 'revise', 'the last step of the history');
    },
  },
  {
    id: 'revision-replay',
    level: 'revision',
    title: 'the same revision again answers 200 though its If-Match is old by now; another content under its id 409',
    async run(context) {
      const { citizenA, target } = context;
      const { application, etag } = await returnApplication(context);
      const revision = planRevision(application, target);
      const first = await change(citizenA, revision, etag);
      expectStatus(first, 201);
      const again = await change(citizenA, revision, etag);
      expectStatus(again, 200);
      expectEqual(read(ReceiptWire, again).version, read(ReceiptWire, first).version, `${again.exchange}: version`);
      expectStatus(await change(citizenA, { path: revision.path, content: application.body }, etag), 409);
    },
  },
  {
    id: 'revision-needs-match',
    level: 'revision',
    title: 'a revision without If-Match answers 428, with an old one 412, and changes nothing (F28)',
    async run(context) {
      const { citizenA, target } = context;
      const { application, etag } = await returnApplication(context);
      expectStatus(await change(citizenA, planRevision(application, target), null), 428);
      expectStatus(await change(citizenA, planRevision(application, target), '"1"'), 412);
      const { answer, view } = await readApplication(citizenA, application.path);
      expectEqual([view.status, view.data], ['returned', application.body.data], `${answer.exchange}: after refusals`);
      expectStatus(await change(citizenA, planRevision(application, target), etag), 201);
    },
  },
  {
    id: 'revision-only-returned',
    level: 'revision',
    title: 'what was not given back is not revised: 409, and nothing changes',
    async run({ citizenA, target }) {
      const { application, answer } = await deliverApplication(citizenA, target);
      const etag = answer.headers.get('etag');
      expectStatus(await change(citizenA, planRevision(application, target), etag), 409);
      const { view } = await readApplication(citizenA, application.path);
      expectEqual(view.data, application.body.data, 'the answers after a refused revision');
    },
  },
  {
    id: 'revision-own-only',
    level: 'revision',
    title: "somebody else's application is not revised: 404, and nothing changes",
    async run(context) {
      const { citizenA, citizenB, target } = context;
      const { application, etag } = await returnApplication(context);
      expectStatus(await change(citizenB, planRevision(application, target), etag), 404);
      const { view } = await readApplication(citizenA, application.path);
      expectEqual([view.status, view.data], ['returned', application.body.data], "after a stranger's revision");
    },
  },
];
