import { createHash } from 'node:crypto';
import { DocumentTicket } from '#contract/schemas.ts';
import type { ApiClient } from '../api-client.ts';
import type { PlannedDocument } from '../applications.ts';
import type { Check } from '../check.ts';
import { expectEqual, expectStatus, expectThat } from '../expect.ts';
import { read } from '../read.ts';
import { announce, announcementOf, askOffset, offsetIn, openPatch, patch, readOffset, sendRest } from '../uploads.ts';
import { waitUntil } from '../wait-until.ts';
import { firstDocument } from './first-document.ts';

const mebibyte = 1024 * 1024;

export const uploadBytesChecks: readonly Check[] = [
  {
    id: 'upload-pieces',
    level: 'uploads',
    title: 'a file arrives in pieces, each answered with the new offset, and is verified as a whole',
    async run({ citizenA, target }) {
      const { application, document } = firstDocument(target, { fileBytes: 3000 });
      const { uploadUrl } = await announce(citizenA, application.id, document);
      for (const offset of [0, 1000, 2000]) {
        expectEqual(await readOffset(citizenA, uploadUrl), offset, 'the offset before the piece');
        const answer = await patch(citizenA, uploadUrl, offset, document.bytes.slice(offset, offset + 1000));
        expectStatus(answer, 204);
        expectEqual(offsetIn(answer), offset + 1000, `${answer.exchange}: Upload-Offset`);
      }
      await expectVerified(citizenA, application.id, document);
    },
  },
  {
    id: 'upload-wrong-offset',
    level: 'uploads',
    title: 'a piece that does not begin where the stored bytes end answers 409 and is not stored',
    async run({ citizenA, target }) {
      const { application, document } = firstDocument(target, { fileBytes: 3000 });
      const { uploadUrl } = await announce(citizenA, application.id, document);
      const piece = document.bytes.slice(0, 1000);
      expectStatus(await patch(citizenA, uploadUrl, 1000, document.bytes.slice(1000)), 409);
      expectStatus(await patch(citizenA, uploadUrl, 0, piece), 204);
      // The answer was lost, so the phone sends the piece again.
      expectStatus(await patch(citizenA, uploadUrl, 0, piece), 409);
      expectStatus(await patch(citizenA, uploadUrl, 500, piece), 409);
      expectEqual(await readOffset(citizenA, uploadUrl), 1000, 'the offset after refused pieces');
      await sendRest(citizenA, uploadUrl, document);
      await expectVerified(citizenA, application.id, document);
    },
  },
  {
    id: 'upload-two-writers',
    level: 'uploads',
    title: 'two requests that send the same piece at once store it once',
    async run({ citizenA, target }) {
      for (const _ of Array.from({ length: 3 })) {
        const { application, document } = firstDocument(target, { fileBytes: 96 * 1024 });
        const { uploadUrl } = await announce(citizenA, application.id, document);
        const piece = document.bytes.slice(0, 32 * 1024);
        const half = piece.length / 2;
        const writers = [0, 1].map(() => openPatch(citizenA, uploadUrl, 0, piece.length));
        // Both are let in at one offset: a round trip gives the backend time to read the headers of both.
        await Promise.all(writers.map(async (writer) => writer.begin()));
        await citizenA.get('/v1/me');
        await Promise.all(writers.map(async (writer) => writer.write(piece.slice(0, half))));
        await Promise.all(writers.map(async (writer) => writer.write(piece.slice(half))));
        const statuses = await Promise.all(writers.map(async (writer) => writer.finish()));
        const stored = statuses.filter((status) => status === 204);
        expectThat(stored.length <= 1, `two PATCH of one piece at once were both answered 204 (${statuses.join()})`);
        const offset = await readOffset(citizenA, uploadUrl);
        expectThat(
          offset <= piece.length,
          `two PATCH of one piece stored it twice: offset ${offset} of ${piece.length}`,
        );
        await sendRest(citizenA, uploadUrl, document);
        await expectVerified(citizenA, application.id, document);
      }
    },
  },
  {
    id: 'upload-cut',
    level: 'uploads',
    title: 'bytes that arrived before the connection was cut are kept, and the upload goes on behind them',
    async run({ citizenA, target }) {
      const { application, document } = firstDocument(target, { fileBytes: mebibyte });
      const { uploadUrl } = await announce(citizenA, application.id, document);
      const sent = mebibyte / 2;
      const writer = openPatch(citizenA, uploadUrl, 0, document.bytes.length);
      await writer.write(document.bytes.slice(0, sent));
      writer.cut();
      const kept = await waitUntil(
        async () => (await readOffset(citizenA, uploadUrl)) || undefined,
        citizenA.patienceMs,
      );
      expectThat(kept !== undefined, `half of a PATCH of ${document.bytes.length} bytes was sent, none is kept`);
      await sendRestPatiently(citizenA, uploadUrl, document);
      await expectVerified(citizenA, application.id, document);
    },
  },
  {
    id: 'upload-digest',
    level: 'uploads',
    title: 'bytes with another SHA-256 answer 460, the offset goes back to 0, and the right bytes are taken then',
    async run({ citizenA, target }) {
      const { application, document } = firstDocument(target);
      const { uploadUrl } = await announce(citizenA, application.id, document);
      const damaged = document.bytes.slice();
      damaged[damaged.length - 20] = (damaged[damaged.length - 20] ?? 0) ^ 1;
      expectStatus(await patch(citizenA, uploadUrl, 0, damaged), 460);
      const { ticket, uploadUrl: urlNow } = await announce(citizenA, application.id, document);
      expectEqual(ticket.state, 'expected', 'the state of the document after damaged bytes');
      expectEqual(await readOffset(citizenA, urlNow), 0, 'the offset after damaged bytes');
      await sendRest(citizenA, urlNow, document);
      await expectVerified(citizenA, application.id, document);
    },
  },
  {
    id: 'upload-last-answer-lost',
    level: 'uploads',
    title:
      'when the answer to the last piece was lost, HEAD or the announcement tells so, and a repetition spoils nothing',
    async run({ citizenA, target }) {
      const { application, document } = firstDocument(target);
      const { uploadUrl } = await announce(citizenA, application.id, document);
      const half = document.bytes.length / 2;
      expectStatus(await patch(citizenA, uploadUrl, 0, document.bytes.slice(0, half)), 204);
      expectStatus(await patch(citizenA, uploadUrl, half, document.bytes.slice(half)), 204);
      const repeated = await patch(citizenA, uploadUrl, half, document.bytes.slice(half));
      expectThat(repeated.status >= 400, `${repeated.exchange}: the last piece is taken a second time`);
      const asked = await askOffset(citizenA, uploadUrl);
      expectStatus(asked, 200, 204, 404, 410);
      if (asked.status < 300) expectEqual(offsetIn(asked), document.bytes.length, `${asked.exchange}: Upload-Offset`);
      await expectVerified(citizenA, application.id, document);
    },
  },
  {
    id: 'upload-other-type',
    level: 'uploads',
    title: 'bytes of another type than announced are never taken for the paper, though their SHA-256 is right',
    async run({ citizenA, target }) {
      const { application, document } = firstDocument(target);
      const bytes = new TextEncoder().encode(`<!doctype html><script>alert(1)</script>${'x'.repeat(2000)}`);
      const page = { ...document, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
      const { uploadUrl } = await announce(citizenA, application.id, page);
      const answer = await patch(citizenA, uploadUrl, 0, bytes);
      if (answer.status >= 400) return;
      const isRefused = await waitUntil(async () => {
        const told = await citizenA.put(`/v1/documents/${page.id}`, announcementOf(application.id, page));
        const { state } = read(DocumentTicket, told);
        expectThat(state !== 'clean', `a page of HTML, announced as ${page.mediaType}, is "clean"`);
        return state === 'rejected' || undefined;
      }, citizenA.patienceMs);
      expectThat(isRefused === true, `a page of HTML, announced as ${page.mediaType}, is not "rejected" in the end`);
    },
  },
  {
    id: 'upload-too-many-bytes',
    level: 'uploads',
    title: 'more bytes than announced are refused, with a length and without one',
    async run({ citizenA, target }) {
      const { application, document } = firstDocument(target);
      const { uploadUrl } = await announce(citizenA, application.id, document);
      const more = new Uint8Array(document.bytes.length + 100);
      more.set(document.bytes);
      const answer = await patch(citizenA, uploadUrl, 0, more);
      expectThat(
        answer.status >= 400 && answer.status < 500,
        `${answer.exchange} for 100 bytes too many, expected a 4xx`,
      );
      const offset = await readOffset(citizenA, uploadUrl);
      expectThat(offset <= document.bytes.length, `${offset} bytes are stored of ${document.bytes.length} announced`);
      const writer = openPatch(citizenA, uploadUrl, offset, null);
      await writer.write(more.slice(offset));
      const status = await writer.finish();
      expectThat(status === null || status >= 400, `100 bytes too many, sent without a length, answered ${status}`);
    },
  },
];

/** Waits for "clean": a backend may look for viruses first. */
async function expectVerified(client: ApiClient, applicationId: string, document: PlannedDocument): Promise<void> {
  const path = `/v1/documents/${document.id}`;
  const verified = await waitUntil(async () => {
    const answer = await client.put(path, announcementOf(applicationId, document));
    expectStatus(answer, 200);
    const { state } = read(DocumentTicket, answer);
    expectThat(state === 'clean' || state === 'scanning', `${answer.exchange}: all bytes are sent, state is ${state}`);
    return state === 'clean' || undefined;
  }, client.patienceMs);
  expectThat(verified === true, `${path} stays unverified after its last byte`);
}

/** The cut request may hold the upload for a moment longer: 409 and 423 mean "ask again". */
async function sendRestPatiently(client: ApiClient, uploadUrl: string, document: PlannedDocument): Promise<void> {
  const done = await waitUntil(async () => {
    const offset = await readOffset(client, uploadUrl);
    const answer = await patch(client, uploadUrl, offset, document.bytes.slice(offset));
    expectStatus(answer, 204, 409, 423);
    return answer.status === 204 || undefined;
  }, client.patienceMs);
  expectThat(done === true, `${uploadUrl} could not be continued after a cut`);
}
