import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DocumentTicket, Problem, ReceiptWire } from '#contract/schemas.ts';
import { photoOf, withSegment } from '#server/testing/hostile-papers.ts';
import { openTestApp, type TestApp } from '#server/testing/test-app.ts';
import { fileOf, type TestFile, testFile, testPdf } from '#server/testing/test-file.ts';
import { announcementOf, type TestPaper, testPaper, testSubmission } from '#server/testing/test-submission.ts';
import { clamdScanner } from '#server/uploads/judging/clamd-scanner.ts';
import { createPaperJudge } from '#server/uploads/judging/judge-paper.ts';
import { verdictJob } from '#server/uploads/verdict-job.ts';
import type { KnownHarm, PrivateClamd } from '../../tools/clamd.ts';

const word = 'AJUKAN-HARMFUL-ONLY-FOR-TESTS';
const infectedWhole = testPdf(3_000);
const longestBytes = 1_000_000;
const tus = { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' };

function infectedPdf(): TestFile {
  const [start, ...rest] = Buffer.from(testPdf().bytes).toString('latin1').split('\n');
  return fileOf(Uint8Array.from(Buffer.from([start, `%${word}`, ...rest].join('\n'), 'latin1')), 'application/pdf');
}

/** In a part that the office cuts off before it keeps the picture. */
async function infectedPhoto(): Promise<TestFile> {
  return fileOf(Uint8Array.from(withSegment(await photoOf('jpeg'), 0xfe, word)), 'image/jpeg');
}

/** What an office with a scanner promises, whatever becomes of its scanner. */
export function describeScanner(
  name: string,
  start: (known: KnownHarm, longestBytes: number) => Promise<PrivateClamd>,
): void {
  let clamd: PrivateClamd;
  let app: TestApp;
  let send: (paper: TestPaper) => Promise<Sent>;
  beforeAll(async () => {
    clamd = await start({ word, whole: infectedWhole.bytes }, longestBytes);
  });
  afterAll(() => clamd.close());
  beforeEach(async () => {
    [patienceMs, asked] = [15_000, 0];
    app = await openTestApp({ adapt: (ports) => ({ ...ports, judgePaper }) });
    send = (paper) => sendTo(app, paper);
  });
  afterEach(() => app.close());

  const scanner = (waitMs?: number) => clamdScanner({ host: '127.0.0.1', port: clamd.port }, waitMs);
  let patienceMs: number;
  let asked: number;
  const judgePaper = createPaperJudge({
    scan: (bytes) => {
      asked += 1;
      return scanner(patienceMs).scan(bytes);
    },
  });

  describe(`${name}: what the scanner says`, () => {
    it('is clean of what it does not know, and infected of what it does', async () => {
      for (const { bytes } of [testFile(), testFile(400_000), testPdf()])
        expect(await scanner().scan(bytes)).toBe('clean');
      for (const { bytes } of [infectedPdf(), await infectedPhoto(), infectedWhole])
        expect(await scanner().scan(bytes)).toBe('infected');
    });

    it('is no answer while it stands still, is too slow, or takes a paper for too long', async () => {
      clamd.pause();
      expect(await scanner(100).scan(infectedWhole.bytes)).toBe('no-answer');
      clamd.resume();
      expect(await scanner().scan(infectedWhole.bytes)).toBe('infected');
      expect(await scanner().scan(testFile(longestBytes + 300_000).bytes)).toBe('no-answer');
    });

    it('is no answer when it is killed in the middle of a paper, and before its next start', async () => {
      clamd.pause();
      const asked = scanner().scan(infectedWhole.bytes);
      await clamd.kill();
      expect(await asked).toBe('no-answer');
      expect(await scanner().scan(infectedWhole.bytes)).toBe('no-answer');
      await clamd.restart();
      expect(await scanner().scan(infectedWhole.bytes)).toBe('infected');
    });
  });

  describe(`${name}: a paper of an office with a scanner`, () => {
    it('is taken when nothing is known against it', async () => {
      const { status, receipt, content } = await send(testPaper());
      expect([status, await content()]).toEqual([204, 200]);
      expect(await receipt()).toMatchObject({ status: 'submitted', missingDocuments: [] });
    });

    it('F79: with a virus in it is refused and said why, its bytes are gone, and another takes its place', async () => {
      for (const file of [infectedPdf(), await infectedPhoto(), infectedWhole]) {
        const paper = testPaper('ktp', file);
        const { status, problem, announce, content } = await send(paper);
        const detail = 'Berkas ini berisi virus. Jangan kirim lagi; foto berkas aslinya.';
        expect([status, problem?.detail, problem?.errors]).toEqual([
          422,
          detail,
          [{ pointer: '/documents/ktp', code: 'infected' }],
        ]);
        expect(await announce()).toMatchObject({ state: 'rejected', reason: 'infected', detail });
        const kept = await app.ports.documents.find(paper.id);
        expect([await content(), await app.ports.uploads.size(kept?.uploadKey ?? '')]).toEqual([404, 0]);
      }
      expect((await send(testPaper())).status).toBe(204);
    });

    it('waits while the scanner is away: not lost, not served, and taken when it is back', async () => {
      await clamd.kill();
      const paper = testPaper();
      const { status, announce, receipt, content } = await send(paper);
      expect([status, await content()]).toEqual([204, 404]);
      expect(await announce()).toMatchObject({ state: 'scanning', uploadUrl: null, offset: 1000 });
      expect(await receipt()).toMatchObject({ status: 'incomplete', missingDocuments: [paper.id] });
      await clamd.restart();
      expect(await announce()).toMatchObject({ state: 'clean' });
      expect(await receipt()).toMatchObject({ status: 'submitted', missingDocuments: [] });
      expect(await content()).toBe(200);
    });

    it('waits when the scanner stands still, no longer than a phone would, and is refused when it goes on', async () => {
      patienceMs = 300;
      clamd.pause();
      const { status, announce, content } = await send(testPaper('ktp', infectedPdf()));
      expect([status, await content()]).toEqual([204, 404]);
      clamd.resume();
      patienceMs = 15_000;
      expect(await announce()).toMatchObject({ state: 'rejected', reason: 'infected' });
    });

    it('waits when the scanner is killed over it, and is judged though its phone does not come back', async () => {
      clamd.pause();
      const papers = [testPaper(), testPaper('ktp', infectedPdf())];
      const sending = Promise.all(papers.map(send));
      await expect.poll(() => asked).toBe(papers.length);
      await clamd.kill();
      for (const { status, content } of await sending) expect([status, await content()]).toEqual([204, 404]);
      const run = verdictJob({ ...app.ports, judgePaper });
      const jobs = papers.map(({ id }) => ({ payload: { document: id } }));
      for (const job of jobs) expect(await run(job)).toMatchObject({ kind: 'later' });
      expect(await app.rows('job')).toMatchObject(papers.map(() => ({ kind: 'verdict' })));
      await clamd.restart();
      for (const job of jobs) expect(await run(job)).toEqual({ kind: 'done' });
      const kept = await Promise.all(papers.map(({ id }) => app.ports.documents.find(id)));
      expect(kept.map((one) => [one?.verified, one?.refusal])).toEqual([
        [true, null],
        [false, 'infected'],
      ]);
    });
  });
}

interface Sent {
  readonly status: number;
  readonly problem: ReturnType<typeof Problem.parse> | null;
  announce(): Promise<ReturnType<typeof DocumentTicket.parse>>;
  receipt(): Promise<ReturnType<typeof ReceiptWire.parse>>;
  content(): Promise<number>;
}

async function sendTo(app: TestApp, paper: TestPaper): Promise<Sent> {
  const { id, path, body } = testSubmission([paper]);
  await app.send('siti', 'PUT', path, { json: body });
  const announce = async () => {
    const answer = await app.send('siti', 'PUT', `/v1/documents/${paper.id}`, { json: announcementOf(id, paper) });
    return DocumentTicket.parse(await answer.json());
  };
  const { uploadUrl } = await announce();
  const answer = await app.send('siti', 'PATCH', uploadUrl ?? '', { body: paper.file.bytes, headers: tus });
  return {
    status: answer.status,
    problem: answer.status === 204 ? null : Problem.parse(await answer.json()),
    announce,
    receipt: async () => ReceiptWire.parse(await (await app.send('siti', 'PUT', path, { json: body })).json()),
    content: async () => (await app.send('siti', 'GET', `/v1/documents/${paper.id}/content`)).status,
  };
}
