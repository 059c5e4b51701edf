import { afterEach, describe, expect, it } from 'vitest';
import { DocumentTicket, ReceiptWire } from '#contract/schemas.ts';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { fileOf, testFile, testPdf } from '../../testing/test-file.ts';
import { announcementOf, testPaper, testSubmission } from '../../testing/test-submission.ts';
import { startToyClamd, type ToyClamd } from '../../testing/toy-clamd.ts';
import { clamdScanner } from './clamd-scanner.ts';
import { createPaperJudge } from './judge-paper.ts';

/** What every scanner knows, harmless: https://www.eicar.org/download-anti-malware-testfile/ In two parts, so that none finds it here. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('-');

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
async function clamd(...mood: Parameters<typeof startToyClamd> extends [string, ...infer Rest] ? Rest : never) {
  const toy = await startToyClamd('EICAR-STANDARD', ...mood);
  open.push(toy);
  return toy;
}
const scannerAt = ({ port }: Pick<ToyClamd, 'port'>, waitMs?: number) =>
  clamdScanner({ host: '127.0.0.1', port }, waitMs);

describe('clamd, as it is asked', () => {
  it('is given every byte, and believed', async () => {
    const toy = await clamd();
    const bytes = testFile(300_000).bytes;
    expect(await scannerAt(toy).scan(bytes)).toBe('clean');
    expect(toy.seen[0]?.equals(bytes)).toBe(true);
    expect(await scannerAt(toy).scan(Buffer.from(eicar))).toBe('infected');
  });

  it.each(['hangs-up', 'limit', 'half'] as const)('gives no answer when it %s', async (mood) => {
    expect(await scannerAt(await clamd(mood)).scan(Buffer.from(eicar))).toBe('no-answer');
  });

  it('gives no answer when it is silent, or not there', async () => {
    expect(await scannerAt(await clamd('silent'), 50).scan(new Uint8Array(10))).toBe('no-answer');
    const gone = await clamd();
    await gone.close();
    expect(await scannerAt(gone).scan(new Uint8Array(10))).toBe('no-answer');
  });
});

describe('a paper of an office with a scanner', () => {
  const tus = { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' };

  /** Its scanner can be changed while it runs: clamd that is away, and comes back. */
  async function office() {
    let scanner = scannerAt(await clamd());
    const app: TestApp = await openTestApp({
      adapt: (ports) => ({ ...ports, judgePaper: createPaperJudge({ scan: (bytes) => scanner.scan(bytes) }) }),
    });
    open.push(app);
    const announce = async (id: string, paper: ReturnType<typeof testPaper>) => {
      const answer = await app.send('siti', 'PUT', `/v1/documents/${paper.id}`, { json: announcementOf(id, paper) });
      return DocumentTicket.parse(await answer.json());
    };
    return {
      app,
      announce,
      useClamd: (toy: ToyClamd) => {
        scanner = scannerAt(toy);
      },
      async send(paper: ReturnType<typeof testPaper>) {
        const { id, path, body } = testSubmission([paper]);
        await app.send('siti', 'PUT', path, { json: body });
        const { uploadUrl } = await announce(id, paper);
        const { status } = await app.send('siti', 'PATCH', uploadUrl ?? '', { body: paper.file.bytes, headers: tus });
        const receipt = async () =>
          ReceiptWire.parse(await (await app.send('siti', 'PUT', path, { json: body })).json());
        const content = async () => (await app.send('siti', 'GET', `/v1/documents/${paper.id}/content`)).status;
        return { id, status, receipt, content };
      },
    };
  }

  it('F79: with a virus in it is refused, and said why', async () => {
    const { send, announce } = await office();
    const whole = Buffer.from(testPdf().bytes).toString('latin1').replace('%', `%${eicar}%`.slice(1));
    const infected = Buffer.from(`%PDF-1.7\n%${eicar}\n${whole.slice(9)}`, 'latin1');
    const paper = testPaper('lampiran', fileOf(Uint8Array.from(infected), 'application/pdf'));
    const { id, status, content } = await send(paper);
    expect(status).toBe(422);
    expect(await announce(id, paper)).toMatchObject({ state: 'rejected', reason: 'infected' });
    expect(await content()).toBe(404);
  });

  it('waits while the scanner is away: not lost, not served, and taken when it is back', async () => {
    const { send, announce, useClamd } = await office();
    const away = await clamd();
    await away.close();
    useClamd(away);
    const paper = testPaper();
    const { id, status, receipt, content } = await send(paper);
    expect([status, await content()]).toEqual([204, 404]);
    expect(await announce(id, paper)).toMatchObject({ state: 'scanning', uploadUrl: null, offset: 1000 });
    expect(await receipt()).toMatchObject({ status: 'incomplete', missingDocuments: [paper.id] });
    useClamd(await clamd());
    expect(await announce(id, paper)).toMatchObject({ state: 'clean' });
    expect(await receipt()).toMatchObject({ status: 'submitted', missingDocuments: [] });
    expect(await content()).toBe(200);
  });
});
