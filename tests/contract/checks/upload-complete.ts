import { ReceiptWire } from '#contract/schemas.ts';
import { createApplication, planApplication, readApplication, submit, waitForStatus } from '../applications.ts';
import { awaitChanges, markFeed } from '../changes.ts';
import type { Check } from '../check.ts';
import { expectContent } from '../expect-content.ts';
import { expectEqual, expectStatus, expectThat, fail } from '../expect.ts';
import { read, readHeader } from '../read.ts';
import { waitUntil } from '../wait-until.ts';
import { firstDocument } from './first-document.ts';
import {
  announce,
  announcementOf,
  deliverApplication,
  patch,
  readOffset,
  sendDocuments,
  sendRest,
} from '../uploads.ts';

export const uploadCompleteChecks: readonly Check[] = [
  {
    id: 'document-content',
    level: 'uploads',
    title:
      'a verified paper comes back as an attachment, to its owner only: a PDF byte for byte, a picture as a picture of its kind',
    async run({ citizenA, citizenB, nobody, target }) {
      const { application, document } = firstDocument(target);
      const path = `/v1/documents/${document.id}/content`;
      const { uploadUrl } = await announce(citizenA, application.id, document);
      expectStatus(await citizenA.get(path), 404);
      await sendRest(citizenA, uploadUrl, document);
      const answer = await waitUntil(async () => {
        const tried = await citizenA.get(path);
        return tried.status === 200 ? tried : undefined;
      }, citizenA.patienceMs);
      if (answer === undefined) return fail(`GET ${path} does not give a verified paper back`);
      expectContent(answer, document);
      const disposition = readHeader(answer, 'content-disposition');
      expectThat(disposition.startsWith('attachment'), `${answer.exchange}: Content-Disposition is ${disposition}`);
      expectEqual(
        readHeader(answer, 'x-content-type-options'),
        'nosniff',
        `${answer.exchange}: X-Content-Type-Options`,
      );
      expectStatus(await citizenB.get(path), 404);
      expectStatus(await nobody.get(path), 401);
    },
  },
  {
    id: 'complete-application',
    level: 'uploads',
    title: 'with its last paper an application becomes "submitted": version raised, ETag changed, a change in the feed',
    async run({ citizenA, target }) {
      const mark = await markFeed(citizenA);
      const { application, answer: created, receipt } = await createApplication(citizenA, target);
      await sendDocuments(citizenA, application);
      const complete = await waitForStatus(citizenA, application.path, 'submitted');
      if (complete === undefined) return fail(`${application.path} has all its papers, but is not "submitted"`);
      const { answer, view } = complete;
      expectEqual(view.missingDocuments, [], `${answer.exchange}: missingDocuments`);
      expectThat(view.version > receipt.version, `${answer.exchange}: version ${view.version} is not raised`);
      expectThat(
        readHeader(answer, 'etag') !== readHeader(created, 'etag'),
        `${answer.exchange}: the ETag did not change`,
      );
      const isComplete = (item: { applicationId: string; status: string; version: number }) =>
        item.applicationId === application.id && item.status === 'submitted' && item.version === view.version;
      const { items } = await awaitChanges(citizenA, mark, (all) => all.some(isComplete));
      expectThat(items.some(isComplete), `the feed does not tell that ${application.path} is "submitted"`);
      const versions = items
        .filter(({ applicationId }) => applicationId === application.id)
        .map(({ version }) => version);
      expectEqual(
        versions,
        versions.toSorted((a, b) => a - b),
        'the versions of one application in the feed',
      );
    },
  },
  {
    id: 'complete-replay',
    level: 'uploads',
    title: 'the PUT again, after completion, answers 200 with the same number and time, and with the status of now',
    async run({ citizenA, target }) {
      const { application, receipt, view } = await deliverApplication(citizenA, target);
      const answer = await submit(citizenA, application);
      expectStatus(answer, 200);
      const again = read(ReceiptWire, answer);
      expectEqual(again.registrationNumber, receipt.registrationNumber, `${answer.exchange}: registrationNumber`);
      expectEqual(Date.parse(again.receivedAt), Date.parse(receipt.receivedAt), `${answer.exchange}: receivedAt`);
      expectEqual([again.status, again.version], ['submitted', view.version], `${answer.exchange}: status and version`);
      expectEqual(again.missingDocuments, [], `${answer.exchange}: missingDocuments`);
    },
  },
  {
    id: 'papers-first',
    level: 'uploads',
    title: 'papers that arrived before their application count: it is complete at once, with nothing missing (F28)',
    async run({ citizenA, target }) {
      const application = planApplication(target);
      await sendDocuments(citizenA, application);
      const answer = await submit(citizenA, application);
      expectStatus(answer, 201);
      const complete = await waitForStatus(citizenA, application.path, 'submitted');
      if (complete === undefined) return fail(`${answer.exchange}: its papers came first, but it is not "submitted"`);
      expectEqual(complete.view.missingDocuments, [], `${complete.answer.exchange}: missingDocuments`);
    },
  },
  {
    id: 'half-a-file-is-missing',
    level: 'uploads',
    title: 'a paper counts when its last byte is verified, not before (C1)',
    async run({ citizenA, target }) {
      const { application } = await createApplication(citizenA, target);
      const [document] = application.documents;
      if (document === undefined) return fail('the service asks for no paper');
      for (const other of application.documents.slice(1)) {
        const { uploadUrl } = await announce(citizenA, application.id, other);
        await sendRest(citizenA, uploadUrl, other);
      }
      const { uploadUrl } = await announce(citizenA, application.id, document);
      expectStatus(await patch(citizenA, uploadUrl, 0, document.bytes.slice(0, -1)), 204);
      const { answer, view } = await readApplication(citizenA, application.path);
      expectEqual(view.status, 'incomplete', `${answer.exchange}: status one byte before the end`);
      expectThat(
        view.missingDocuments.includes(document.id),
        `${answer.exchange}: the unfinished paper is not missing`,
      );
      await sendRest(citizenA, uploadUrl, document);
      const complete = await waitForStatus(citizenA, application.path, 'submitted');
      expectThat(complete !== undefined, `${application.path} is not "submitted" after the last byte`);
    },
  },
  {
    id: 'paper-as-announced',
    level: 'uploads',
    title: 'a paper with another SHA-256 than the application names does not make it complete (C14)',
    async run({ citizenA, target }) {
      const { application } = await createApplication(citizenA, target);
      const substitutes = planApplication(target).documents;
      for (const [index, document] of application.documents.entries()) {
        const substitute = { ...(substitutes[index] ?? document), id: document.id };
        const announcement = announcementOf(application.id, substitute);
        const answer = await citizenA.put(`/v1/documents/${document.id}`, announcement);
        expectStatus(answer, 201, 409, 422);
        if (answer.status !== 201) continue;
        const { uploadUrl } = await announce(citizenA, application.id, substitute);
        await patch(citizenA, uploadUrl, await readOffset(citizenA, uploadUrl), substitute.bytes);
      }
      const { answer, view } = await readApplication(citizenA, application.path);
      expectEqual(view.status, 'incomplete', `${answer.exchange}: status with papers that were never announced`);
    },
  },
];
