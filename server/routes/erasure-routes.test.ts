import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { announcementOf, testPaper, testSubmission } from '../testing/test-submission.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const asked = { json: { erase: 'everything-not-kept-by-law' } };

describe('asking the office to erase what it has', () => {
  it('erases, ends the session, and never takes the same id again (F100)', async () => {
    const paper = testPaper();
    const { id, path, body } = testSubmission([paper]);
    expect((await app.send('siti', 'PUT', path, { json: body })).status).toBe(201);
    const announcement = announcementOf(id, paper);
    expect((await app.send('siti', 'PUT', `/v1/documents/${paper.id}`, { json: announcement })).status).toBe(201);

    const answer = await app.send('siti', 'PUT', '/v1/me/erasure', asked);
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0');
    expect([answer.status, await answer.json()]).toEqual([
      200,
      {
        requestedAt: '2026-11-24T03:00:00.000Z',
        dueAt: '2026-11-27T03:00:00.000Z',
        erasedApplications: 1,
        keptApplications: 0,
      },
    ]);
    expect((await app.send('siti', 'GET', '/v1/me')).status).toBe(401);

    app.advanceMs(1000);
    const again = await app.send('siti', 'PUT', path, { json: body });
    expect([again.status, await again.json()]).toEqual([
      410,
      {
        type: 'urn:ajukan:problem:erased',
        title: 'Erased at the wish of its owner, or because its term has ended',
        status: 410,
        detail: 'Permohonan ini sudah dihapus, atas permintaan Anda atau karena masa simpannya habis.',
      },
    ]);
    const document = await app.send('siti', 'PUT', `/v1/documents/${paper.id}`, { json: announcement });
    expect(document.status).toBe(410);
    expect(await app.ports.erasures.pendingFiles(10)).toEqual([]);
    expect(await app.audit()).toContainEqual(['erasure', 'siti', null, 'requested']);
  });

  it('does nothing when it was not said what is asked for, and for officials', async () => {
    const { path, body } = testSubmission([testPaper()]);
    await app.send('siti', 'PUT', path, { json: body });
    expect((await app.send('siti', 'PUT', '/v1/me/erasure', { json: {} })).status).toBe(422);
    expect((await app.send('officer', 'PUT', '/v1/me/erasure', asked)).status).toBe(403);
    expect((await app.send(null, 'PUT', '/v1/me/erasure', asked)).status).toBe(401);
    expect((await app.send('siti', 'GET', path)).status).toBe(200);
  });
});
