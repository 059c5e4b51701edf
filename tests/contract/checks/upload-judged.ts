import { createHash } from 'node:crypto';
import { DocumentTicket } from '#contract/schemas.ts';
import type { ApiClient } from '../api-client.ts';
import type { PlannedDocument } from '../applications.ts';
import type { Check } from '../check.ts';
import { expectEqual, expectStatus, expectThat, fail } from '../expect.ts';
import { read } from '../read.ts';
import { cameraWords, photoOfCamera, scriptedPdf } from '../sample/hostile-file.ts';
import type { FileType } from '../sample/sample-file.ts';
import { announce, announcementOf, patch, sendRest } from '../uploads.ts';
import { waitUntil } from '../wait-until.ts';
import { firstDocument } from './first-document.ts';

export const uploadJudgedChecks: readonly Check[] = [
  {
    id: 'upload-hostile-paper',
    level: 'uploads',
    title:
      'a PDF with a script is never taken, though its bytes are the announced ones: it is "rejected" for good, said when it is announced again, and nobody can open it',
    async run({ citizenA, target }) {
      const { application, document } = firstDocument(target);
      const hostile = withBytes(document, 'application/pdf', scriptedPdf());
      const { uploadUrl } = await announce(citizenA, application.id, hostile);
      const answer = await patch(citizenA, uploadUrl, 0, hostile.bytes);
      // 460 would say that they were spoilt on the way, and that sending them again helps.
      expectStatus(answer, 204, 422);
      const ticket = await waitUntil(async () => {
        const told = await citizenA.put(`/v1/documents/${hostile.id}`, announcementOf(application.id, hostile));
        expectStatus(told, 200);
        const now = read(DocumentTicket, told);
        expectThat(now.state !== 'clean', `${told.exchange}: a PDF with a script is "clean"`);
        return now.state === 'rejected' ? now : undefined;
      }, citizenA.patienceMs);
      if (ticket === undefined) return fail('a PDF with a script is not "rejected" in the end');
      expectEqual(ticket.uploadUrl, null, 'uploadUrl of a rejected document');
      expectThat((ticket.detail ?? '') !== '', 'nothing says to the person why their document was rejected');
      expectStatus(await citizenA.get(contentOf(hostile)), 404);
    },
  },
  {
    id: 'content-without-camera',
    level: 'uploads',
    title: 'what a camera wrote into a photo (place, time, phone) and what hangs on behind it comes back to nobody',
    async run({ citizenA, target }) {
      const { application, document } = firstDocument(target);
      const photo = withBytes(document, 'image/jpeg', photoOfCamera());
      const { uploadUrl } = await announce(citizenA, application.id, photo);
      await sendRest(citizenA, uploadUrl, photo);
      const bytes = await contentWhenClean(citizenA, photo);
      for (const words of cameraWords)
        expectThat(!bytes.includes(words), `the photo that comes back still says "${words}"`);
      expectEqual([bytes[0], bytes[1]], [0xff, 0xd8], 'the first bytes of the photo that comes back');
    },
  },
];

async function contentWhenClean(client: ApiClient, document: PlannedDocument): Promise<Buffer> {
  const found = await waitUntil(async () => {
    const answer = await client.get(contentOf(document));
    return answer.status === 200 ? Buffer.from(answer.bytes) : undefined;
  }, client.patienceMs);
  return found ?? fail(`GET ${contentOf(document)} does not give a verified paper back`);
}

function contentOf({ id }: PlannedDocument): string {
  return `/v1/documents/${id}/content`;
}

function withBytes(document: PlannedDocument, mediaType: FileType, bytes: Uint8Array<ArrayBuffer>): PlannedDocument {
  return { ...document, mediaType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
