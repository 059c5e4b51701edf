import { expect, it } from 'vitest';
import { DocumentTicket } from '#contract/schemas.ts';
import { openTestApp } from '../testing/test-app.ts';
import { announcementOf, testPaper, testSubmission } from '../testing/test-submission.ts';
import { createPaperJudge } from './judging/judge-paper.ts';
import { verdictJob } from './verdict-job.ts';

it('a paper that nobody could judge is judged when somebody can, though its phone does not come back', async () => {
  let isAway = true;
  const judge = createPaperJudge(null);
  const app = await openTestApp({
    adapt: (ports) => ({
      ...ports,
      judgePaper: (bytes, mediaType) => (isAway ? Promise.resolve({ kind: 'later' }) : judge(bytes, mediaType)),
    }),
  });
  const paper = testPaper();
  const { id, path, body } = testSubmission([paper]);
  await app.send('siti', 'PUT', path, { json: body });
  const announce = () => app.send('siti', 'PUT', `/v1/documents/${paper.id}`, { json: announcementOf(id, paper) });
  const { uploadUrl } = DocumentTicket.parse(await (await announce()).json());
  await app.send('siti', 'PATCH', uploadUrl ?? '', {
    body: paper.file.bytes,
    headers: { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' },
  });
  await announce();
  const rows = await app.rows('job');
  expect(rows).toMatchObject([
    { kind: 'verdict', account_id: 'siti', payload: JSON.stringify({ document: paper.id }) },
  ]);
  const run = verdictJob({
    ...app.ports,
    judgePaper: (bytes, mediaType) => (isAway ? Promise.resolve({ kind: 'later' }) : judge(bytes, mediaType)),
  });
  const job = { payload: { document: paper.id } };
  expect(await run(job)).toEqual({ kind: 'later', problem: 'nobody can judge it' });
  isAway = false;
  expect(await run(job)).toEqual({ kind: 'done' });
  expect(await (await app.send('siti', 'GET', path)).json()).toMatchObject({ status: 'submitted' });
  expect([await run(job), await run({ payload: { document: id } })]).toEqual([{ kind: 'done' }, { kind: 'done' }]);
  await app.close();
});
