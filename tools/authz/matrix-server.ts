import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TokenResponse, UploadTicketGrant } from '#contract/identity-schemas.ts';
import type { AppPorts } from '#server/app-ports.ts';
import { startTestServer, testFolder } from '#server/testing/test-server.ts';
import { testService } from '#server/testing/test-service.ts';
import { jsonBody, matrixDevice } from './matrix-things.ts';
import { paperService, paperSteps } from './paper-service.ts';
import { accountOf, accounts, type PersonId } from './people.ts';

/** Who sends a request: somebody, the citizen's phone by its ticket, nobody, a made-up token, or an ended session. */
export type Caller = PersonId | 'ticket' | 'nobody' | 'forged' | 'ended';

export interface MatrixServer {
  send(caller: Caller, method: string, path: string, init?: RequestInit): Promise<Response>;
  signIn(person: PersonId): Promise<string>;
  sendWith(token: string | null, method: string, path: string, init?: RequestInit): Promise<Response>;
  sessionIdOf(token: string): Promise<string>;
  /** Account of a session that lasts. */
  ownerOf(sessionId: string): Promise<string | undefined>;
  close(): Promise<void>;
}

/** A real server behind a real socket, with everybody's accounts and a service of villages that asks for a paper. */
export async function openMatrixServer(): Promise<MatrixServer> {
  const folder = testFolder();
  const service = { ...testService, id: paperService, schemaVersion: 1, steps: paperSteps };
  writeFileSync(join(folder.catalogueDir, `${paperService}.json`), JSON.stringify(service));
  let ports: AppPorts | undefined;
  const server = await startTestServer(folder, {
    demoAccounts: accounts,
    adapt: (made) => {
      ports = made;
      return made;
    },
  });
  const tokens = new Map<Caller, string | null>([
    ['nobody', null],
    ['forged', 'forged-token-of-nobody'],
  ]);

  async function sendWith(token: string | null, method: string, path: string, init: RequestInit = {}) {
    const headers = new Headers(init.headers);
    if (token !== null) headers.set('Authorization', `Bearer ${token}`);
    return fetch(`${server.url}${path}`, { method, ...init, headers, redirect: 'manual' });
  }

  async function signIn(person: PersonId): Promise<string> {
    const { login, code } = accountOf(person);
    const request = jsonBody({ grant_type: 'urn:ajukan:params:oauth:grant-type:demo', login, code });
    const answer = await sendWith(null, 'POST', '/v1/auth/token', request);
    return TokenResponse.parse(await answer.json()).access_token;
  }

  async function ticketOf(session: string): Promise<string> {
    const answer = await sendWith(session, 'PUT', '/v1/me/upload-ticket', jsonBody({ device: matrixDevice }));
    return UploadTicketGrant.parse(await answer.json()).ticket;
  }

  async function tokenOf(caller: Caller): Promise<string | null> {
    const known = tokens.get(caller);
    if (known !== undefined) return known;
    const isPerson = caller !== 'ticket' && caller !== 'ended' && caller !== 'nobody' && caller !== 'forged';
    const session = await signIn(isPerson ? caller : 'citizen');
    const token = caller === 'ticket' ? await ticketOf(session) : session;
    if (caller === 'ended') await sendWith(token, 'DELETE', '/v1/me/sessions/current');
    // Whoever is told to be signed out everywhere else takes the ticket along.
    if (caller !== 'ticket') tokens.set(caller, token);
    return token;
  }

  return {
    send: async (caller, method, path, init) => sendWith(await tokenOf(caller), method, path, init),
    signIn,
    sendWith,
    sessionIdOf: async (token) => {
      const headers = new Headers({ Authorization: `Bearer ${token}` });
      return (await ports?.authenticator.authenticate({ headers }))?.sessionId ?? '';
    },
    ownerOf: async (sessionId) => {
      for (const { accountId } of accounts) {
        const sessions = (await ports?.issuer?.sessionsOf(accountId)) ?? [];
        if (sessions.some(({ id }) => id === sessionId)) return accountId;
      }
      return undefined;
    },
    close: async () => {
      await server.close();
      folder.remove();
    },
  };
}
