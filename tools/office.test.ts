import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '#server/start.ts';
import { testAccounts } from '#server/testing/test-accounts.ts';
import { testPhone, type TestPhone } from '#server/testing/test-phone.ts';
import { startTestServer, testFolder } from '#server/testing/test-server.ts';
import { paperlessService } from '#server/testing/test-service.ts';
import { testSubmission } from '#server/testing/test-submission.ts';

const folder = testFolder();
let server: RunningServer;
let phone: TestPhone;
beforeAll(async () => {
  server = await startTestServer(folder);
  phone = await testPhone(server.url);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command as an officer types it. */
function office(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Said> {
  const { login, code } = testAccounts.officer;
  const env = {
    PATH: process.env['PATH'],
    DATA_DIR: folder.dataDir,
    OFFICE_URL: server.url,
    OFFICE_LOGIN: login,
    OFFICE_CODE: code,
    ...environment,
  };
  const file = fileURLToPath(new URL('./office.ts', import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...words], { env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

async function submitted(): Promise<string> {
  const { body, ...submission } = testSubmission([]);
  const answer = await phone.put({
    ...submission,
    body: { ...body, serviceId: paperlessService.id, schemaVersion: 1 },
  });
  return /"registrationNumber":"([\d-]+)"/.exec(await answer.text())?.[1] ?? '';
}

describe("the officer's command", () => {
  it('shows the queue and moves an application on, as the applicant then sees it', async () => {
    const number = await submitted();
    expect((await office(['queue'])).out).toContain(number);
    expect(await office(['review', number])).toMatchObject({ code: 0, out: `${number}   under_review\n` });
    expect(await office(['return', number, 'Foto KTP buram'])).toMatchObject({
      code: 0,
      out: `${number}   returned\n`,
    });
    expect((await office(['show', number])).out).toContain('Foto KTP buram');
    expect((await phone.changes()).map(({ status }) => status)).toEqual(['submitted', 'under_review', 'returned']);
  });

  it('finds the server of this machine by its PORT, as npm start does', async () => {
    const { code, out } = await office(['queue'], { OFFICE_URL: '', PORT: String(server.port) });
    expect([code, out]).toEqual([0, expect.stringContaining('3603-')]);
  });

  it('says that what answers is no office, or that the demo accounts are no list, in one sentence', async () => {
    const stranger = createServer((_, answer) => answer.end('<html>Selamat datang</html>'));
    const port = await new Promise<number>((resolve) => {
      stranger.listen(0, () => {
        const address = stranger.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const { code, err } = await office(['queue'], { OFFICE_URL: `http://localhost:${port}` });
    stranger.close();
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^\n {2}What answers at \S+ is no Ajukan server\.[^\n]+\n\n$/),
    ]);
    writeFileSync(join(folder.dataDir, 'demo-accounts.json'), '[');
    const unreadable = await office(['queue'], { OFFICE_LOGIN: '' });
    expect([unreadable.code, unreadable.err]).toEqual([
      1,
      expect.stringMatching(/^\n {2}demo-accounts\.json in [^\n]+\n\n$/),
    ]);
  });

  it.each([
    [{ OFFICE_URL: 'foo' }, 'OFFICE_URL is "foo"'],
    [{ OFFICE_URL: '', PORT: 'delapan' }, 'PORT is "delapan"'],
  ])('says in one sentence that %j is no address', async (environment, sentence) => {
    const { code, err } = await office(['queue'], environment);
    expect([code, err]).toEqual([1, expect.stringMatching(/^\n {2}[^\n]+\n\n$/)]);
    expect(err).toContain(sentence);
  });

  it('says what is wrong, and ends with 1', async () => {
    const number = await submitted();
    const refused = async (words: readonly string[], environment?: Readonly<Record<string, string>>) => {
      const { code, err } = await office(words, environment);
      expect([code, err.includes('    at ')]).toEqual([1, false]);
      return err;
    };
    expect(await refused(['complete', number])).toContain('409');
    expect(await refused(['reject', number])).toContain('/reason: required');
    expect(await refused(['review', '3603-1999-000001'])).toContain('3603-1999-000001');
    expect(await refused(['queue'], { OFFICE_CODE: '000000' })).toContain('400');
    expect(await refused(['queue'], { OFFICE_URL: 'http://localhost:1' })).toContain('npm start');
    expect(
      await refused(['queue'], { OFFICE_LOGIN: testAccounts.siti.login, OFFICE_CODE: testAccounts.siti.code }),
    ).toContain('403');
    expect((await office(['terbang'])).code).toBe(1);
    expect((await office([])).out).toContain('npm run office -- queue');
  });
});
