import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SessionList, TokenResponse, UploadTicketGrant } from '#contract/identity-schemas.ts';
import type { RunningServer } from '#server/start.ts';
import { testAccounts, type TestPerson } from '#server/testing/test-accounts.ts';
import { aReport } from '#server/testing/test-device.ts';
import { startTestServer, testFolder } from '#server/testing/test-server.ts';
import { testSubmission } from '#server/testing/test-submission.ts';

export interface OfficeData {
  /** Null: it lies in the server's folder. */
  readonly databaseUrl: () => string | null;
  /** With no server running. */
  backUp(): Promise<void>;
  restore(): Promise<void>;
  close(): Promise<void>;
}

interface Session {
  readonly access: string;
  readonly refresh: string;
}

const lostPhone = uuidv7();
const ticketsPhone = '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f';
const json = { 'Content-Type': 'application/json' };
const root = join(import.meta.dirname, '../..');

/** A backup that was really made and really put back, under a real server, with the program that operators call. */
export function describeRestoredBackup(name: string, open: (dataDir: string) => Promise<OfficeData>): void {
  describe(`a backup put back on ${name}`, () => {
    const folder = testFolder();
    let data: OfficeData;
    let server: RunningServer;
    const start = async () => {
      server = await startTestServer(folder, { databaseUrl: data.databaseUrl() });
    };
    const ask = (method: string, path: string, bearer: string | null, body?: object) =>
      fetch(`${server.url}${path}`, {
        method,
        headers: { ...json, ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const tokens = async (body: object): Promise<Session> => {
      const answer = TokenResponse.parse(await (await ask('POST', '/v1/auth/token', null, body)).json());
      return { access: answer.access_token, refresh: answer.refresh_token ?? '' };
    };
    const signIn = (person: TestPerson) => {
      const { login, code } = testAccounts[person];
      return tokens({ grant_type: 'urn:ajukan:params:oauth:grant-type:demo', login, code });
    };
    const next = (refresh: string) => tokens({ grant_type: 'refresh_token', refresh_token: refresh });
    const refreshStatus = async (refresh: string) =>
      (await ask('POST', '/v1/auth/token', null, { grant_type: 'refresh_token', refresh_token: refresh })).status;
    const isIn = async ({ access }: Session) => (await ask('GET', '/v1/me', access)).status === 200;
    const ticketOf = async ({ access }: Session) => {
      const answer = await ask('PUT', '/v1/me/upload-ticket', access, { device: ticketsPhone });
      return UploadTicketGrant.parse(await answer.json()).ticket;
    };
    const handIn = async (ticket: string) => {
      const { path, body } = testSubmission();
      return (await ask('PUT', path, ticket, body)).status;
    };
    const orders = async () => {
      const answer = await ask('GET', `/v1/devices/${lostPhone}/orders?nonce=${'a'.repeat(22)}`, null);
      return z.object({ items: z.array(z.string()) }).parse(await answer.json()).items.length;
    };
    const program = (...words: readonly string[]) => {
      const url = data.databaseUrl();
      const env = { ...process.env, DATA_DIR: folder.dataDir, ...(url === null ? {} : { DATABASE_URL: url }) };
      return execFileSync(process.execPath, [join(root, 'tools/erasures.ts'), ...words], { env, encoding: 'utf8' });
    };

    beforeAll(async () => {
      data = await open(folder.dataDir);
      await start();
    });
    afterAll(async () => {
      await server.close();
      await data.close();
      folder.remove();
    });

    it('lets nobody in who was out: sign-outs, lost phones, tokens that turned up twice, tickets', async () => {
      const [kept, signedOut, reused] = [await signIn('siti'), await signIn('siti'), await signIn('siti')];
      const [onLostPhone, atHome, ticketed] = [await signIn('budi'), await signIn('budi'), await signIn('budi')];
      await ask('PUT', `/v1/me/devices/${lostPhone}`, onLostPhone.access, aReport());
      const [ticket, revoked] = [await ticketOf(kept), await ticketOf(ticketed)];
      await server.close();
      await data.backUp();
      await start();

      await ask('POST', '/v1/auth/revoke', signedOut.access, { token: signedOut.refresh });
      const second = await next(reused.refresh);
      await next(second.refresh);
      expect(await refreshStatus(reused.refresh)).toBe(400);
      const order = { action: 'wipe', unsent: 'keep-sealed' };
      expect((await ask('PUT', `/v1/me/devices/${lostPhone}/orders/${uuidv7()}`, atHome.access, order)).status).toBe(
        201,
      );
      const mine = SessionList.parse(await (await ask('GET', '/v1/me/sessions', atHome.access)).json()).items;
      for (const { id, current } of mine) if (!current) await ask('DELETE', `/v1/me/sessions/${id}`, atHome.access);
      expect(await handIn(revoked)).toBe(401);
      const afterwards = await next((await next(kept.refresh)).refresh);
      const marks = join(folder.dataDir, 'marks.json');
      writeFileSync(marks, program('marks'));
      expect(readFileSync(marks, 'utf8')).not.toContain('KANARI');
      takenLater(marks);
      await server.close();

      await data.restore();
      await start();
      const out = [signedOut, reused, onLostPhone, ticketed];
      expect(await Promise.all(out.map(isIn)), 'without the marks they are back').toEqual([true, true, true, true]);
      expect([await handIn(revoked), await orders()]).toEqual([201, 0]);
      await server.close();

      await data.restore();
      expect(program('replay', marks)).toContain('ended again: 3 sessions, 1 tickets, 1 lost phones');
      expect(program('replay', marks)).toContain('ended again: 0 sessions, 0 tickets, 0 lost phones');
      await start();
      expect(await Promise.all(out.map(isIn))).toEqual([false, false, false, false]);
      expect([await handIn(revoked), await handIn(ticket), await orders()]).toEqual([401, 201, 1]);
      expect(await Promise.all([kept, atHome].map(isIn)), 'everybody else goes on').toEqual([true, true]);
      expect((await next(afterwards.refresh)).access).not.toBe('');
      expect(await refreshStatus(kept.refresh), 'a token that was replaced before the loss').toBe(400);
    });
  });
}

/** Marks say nothing of what began minutes before them; a test has no minutes. */
function takenLater(file: string): void {
  const marks = z
    .looseObject({ access: z.looseObject({ atMs: z.int() }) })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  const access = { ...marks.access, atMs: marks.access.atMs + 600_000 };
  writeFileSync(file, JSON.stringify({ ...marks, access }));
}
