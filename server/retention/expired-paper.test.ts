import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { DocumentTicket } from '#contract/schemas.ts';
import { openTestApp } from '../testing/test-app.ts';
import { announcementOf, testPaper, testSubmission } from '../testing/test-submission.ts';

const dayMs = 24 * 60 * 60 * 1000;

it('a paper whose term is over is gone for its owner and its office, and its application tells that it was there', async () => {
  const app = await openTestApp();
  const paper = testPaper();
  const { id, path, body } = testSubmission([paper]);
  await app.send('siti', 'PUT', path, { json: body });
  const announced = await app.send('siti', 'PUT', `/v1/documents/${paper.id}`, { json: announcementOf(id, paper) });
  const { uploadUrl } = DocumentTicket.parse(await announced.json());
  await app.send('siti', 'PATCH', uploadUrl ?? '', {
    body: paper.file.bytes,
    headers: { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
  });
  const content = `/v1/documents/${paper.id}/content`;
  const look = async () => {
    const answer = await app.send('siti', 'GET', content);
    await answer.arrayBuffer();
    return answer.status;
  };
  const etag = (await app.send('officer', 'GET', path)).headers.get('etag') ?? '';
  const rejected = await app.send('officer', 'PUT', `${path}/decisions/${uuidv7()}`, {
    json: { action: 'reject', reason: 'Bukan untuk desa ini' },
    headers: { 'If-Match': etag },
  });
  expect(rejected.status).toBe(201);
  app.advanceMs(365 * dayMs);
  expect(await app.sweep()).not.toHaveProperty('papers');
  expect(await look()).toBe(200);
  app.advanceMs(1);
  expect(await app.sweep()).toMatchObject({ papers: 1, files: 1 });
  expect(await look()).toBe(410);
  expect((await app.send('officer', 'GET', content)).status).toBe(410);
  expect((await app.send('budi', 'GET', content)).status).toBe(404);
  const again = await app.send('siti', 'PUT', `/v1/documents/${paper.id}`, { json: announcementOf(id, paper) });
  expect([again.status, await again.json()]).toMatchObject([200, { state: 'clean', uploadUrl: null }]);
  expect((await app.send('siti', 'GET', path)).status).toBe(200);
  await app.close();
});
