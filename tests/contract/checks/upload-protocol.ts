import { createApplication, planApplication } from '../applications.ts';
import type { Check } from '../check.ts';
import { expectEqual, expectStatus, expectThat, fail } from '../expect.ts';
import { readHeader } from '../read.ts';
import { announce, announcementOf, askOffset, patch, patchHeaders, readOffset } from '../uploads.ts';
import { firstDocument } from './first-document.ts';

export const uploadProtocolChecks: readonly Check[] = [
  {
    id: 'announce-document',
    level: 'uploads',
    title: 'a document is announced before its application, 201 first and 200 again, with one upload address',
    async run({ citizenA, target }) {
      const { application, document } = firstDocument(target);
      const first = await announce(citizenA, application.id, document);
      expectStatus(first.answer, 201);
      expectEqual(first.ticket.id, document.id, `${first.answer.exchange}: id`);
      expectEqual(first.ticket.offset, 0, `${first.answer.exchange}: offset`);
      const again = await announce(citizenA, application.id, document);
      expectStatus(again.answer, 200);
      expectEqual(again.uploadUrl, first.uploadUrl, `${again.answer.exchange}: uploadUrl`);
      const other = { ...announcementOf(application.id, document), size: document.bytes.length + 1 };
      expectStatus(await citizenA.put(`/v1/documents/${document.id}`, other), 409);
    },
  },
  {
    id: 'announce-too-large',
    level: 'uploads',
    title: 'a document larger than the capabilities allow is refused with 413 when it is announced',
    async run({ citizenA, target, maxUploadSizeBytes }) {
      const { application, document } = firstDocument(target);
      const announcement = { ...announcementOf(application.id, document), size: maxUploadSizeBytes + 1 };
      expectStatus(await citizenA.put(`/v1/documents/${document.id}`, announcement), 413);
    },
  },
  {
    id: 'announce-malformed',
    level: 'uploads',
    title:
      'an announcement that makes no sense is refused with problem details: no bytes, no digest, a page as a paper',
    async run({ citizenA, target }) {
      const { application, document } = firstDocument(target);
      const right = announcementOf(application.id, document);
      const wrong = [
        { ...right, size: 0 },
        { ...right, size: -1 },
        { ...right, size: 'besar' },
        { ...right, sha256: 'abc' },
        { ...right, mediaType: 'text/html' },
        { ...right, applicationId: 'bukan-uuid' },
        null,
      ];
      for (const announcement of wrong) {
        const answer = await citizenA.put(`/v1/documents/${document.id}`, announcement);
        expectStatus(answer, 400, 404, 415, 422);
      }
    },
  },
  {
    id: 'upload-head',
    level: 'uploads',
    title: 'HEAD tells offset and length, and forbids caches to remember them',
    async run({ citizenA, target }) {
      const { application, document } = firstDocument(target);
      const { uploadUrl } = await announce(citizenA, application.id, document);
      const answer = await askOffset(citizenA, uploadUrl);
      expectStatus(answer, 200, 204);
      expectEqual(readHeader(answer, 'upload-offset'), '0', `${answer.exchange}: Upload-Offset`);
      const length = String(document.bytes.length);
      expectEqual(readHeader(answer, 'upload-length'), length, `${answer.exchange}: Upload-Length`);
      expectEqual(readHeader(answer, 'tus-resumable'), '1.0.0', `${answer.exchange}: Tus-Resumable`);
      const caching = readHeader(answer, 'cache-control');
      expectThat(caching.includes('no-store'), `${answer.exchange}: Cache-Control is ${caching}, not no-store`);
    },
  },
  {
    id: 'upload-wrong-headers',
    level: 'uploads',
    title:
      'PATCH without Tus-Resumable 1.0.0 answers 412, of another media type 415, without offset 4xx; no byte is kept',
    async run({ citizenA, target }) {
      const { application, document } = firstDocument(target);
      const { uploadUrl } = await announce(citizenA, application.id, document);
      const right = patchHeaders(0);
      const without = (name: string) => Object.fromEntries(Object.entries(right).filter(([key]) => key !== name));
      const cases: readonly (readonly [headers: Record<string, string>, allowed: readonly number[]])[] = [
        [without('tus-resumable'), [412]],
        [{ ...right, 'tus-resumable': '0.2.2' }, [412]],
        [{ ...right, 'content-type': 'application/octet-stream' }, [415]],
        [without('upload-offset'), [400, 409, 422]],
        [{ ...right, 'upload-offset': '-1' }, [400, 409, 422]],
      ];
      for (const [headers, allowed] of cases) {
        const answer = await citizenA.send({ method: 'PATCH', path: uploadUrl, headers, body: document.bytes });
        expectStatus(answer, ...allowed);
        expectEqual(await readOffset(citizenA, uploadUrl), 0, `the offset after ${answer.exchange}`);
      }
    },
  },
  {
    id: 'upload-no-post',
    level: 'uploads',
    title: 'POST creates nothing and resets nothing: uploads begin with PUT /v1/documents/{id} only',
    async run({ citizenA, citizenB, target }) {
      const { application, document } = firstDocument(target);
      const { uploadUrl } = await announce(citizenA, application.id, document);
      expectStatus(await patch(citizenA, uploadUrl, 0, document.bytes.slice(0, 500)), 204);
      const headers = { 'tus-resumable': '1.0.0', 'upload-length': String(document.bytes.length) };
      expectStatus(await citizenA.send({ method: 'POST', path: uploadUrl, headers }), 405);
      const stranger = await citizenB.send({ method: 'POST', path: uploadUrl, headers });
      expectStatus(stranger, 404, 405);
      const collection = uploadUrl.slice(0, uploadUrl.lastIndexOf('/'));
      expectStatus(await citizenA.send({ method: 'POST', path: collection, headers }), 404, 405);
      expectEqual(await readOffset(citizenA, uploadUrl), 500, 'the offset after POST');
    },
  },
  {
    id: 'upload-other-owner',
    level: 'uploads',
    title: "somebody else's document does not exist for me, and its upload address is of no use to strangers",
    async run({ citizenA, citizenB, nobody, target }) {
      const { application, document } = firstDocument(target);
      const { uploadUrl } = await announce(citizenA, application.id, document);
      const announcement = announcementOf(application.id, document);
      expectStatus(await citizenB.put(`/v1/documents/${document.id}`, announcement), 404);
      expectStatus(await askOffset(citizenB, uploadUrl), 404);
      expectStatus(await patch(citizenB, uploadUrl, 0, document.bytes), 404);
      expectStatus(await askOffset(nobody, uploadUrl), 401, 404);
      expectStatus(await patch(nobody, uploadUrl, 0, document.bytes), 401, 404);
      expectEqual(await readOffset(citizenA, uploadUrl), 0, 'the offset after strangers tried');
    },
  },
  {
    id: 'upload-for-other-application',
    level: 'uploads',
    title: "nobody adds papers to somebody else's application",
    async run({ citizenA, citizenB, target }) {
      const { application } = await createApplication(citizenA, target);
      const [own] = planApplication(target).documents;
      if (own === undefined) return fail('the service asks for no paper');
      const announcement = announcementOf(application.id, own);
      expectStatus(await citizenB.put(`/v1/documents/${own.id}`, announcement), 404);
    },
  },
];
