/**
 * A backend that keeps the contract in memory: written from the contract alone, so that it and the reference backend
 * can't share a mistake. One planted fault at a time shows that the conformance suite would notice.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { getApplication, putApplication } from './model-applications.ts';
import { jsonAnswer, type ModelAnswer, type ModelRequest, problemAnswer } from './model-answer.ts';
import { answerUpload, getContent, modelMaxUploadSize, putDocument } from './model-documents.ts';
import { listClaims, putClaim } from './model-claims.ts';
import { putErasure } from './model-erasure.ts';
import { getChanges } from './model-feed.ts';
import { answerDevice, answerOrders } from './model-devices.ts';
import { answerTile, modelMap } from './model-map.ts';
import { answerReceiptKeys } from './model-receipts.ts';
import { getCounts, getQueue, putAssignment, searchQueue } from './model-desk.ts';
import { putDecision } from './model-office.ts';
import {
  answerAuth,
  createModelSignIn,
  endSession,
  listSessions,
  type ModelSignIn,
  sessionOf,
} from './model-sign-in.ts';
import { answerServices } from './model-services.ts';
import { type Account, createModelState, type ModelState } from './model-state.ts';
import type { PlantedFault } from './planted-fault.ts';

export interface RunningBackend {
  readonly baseUrl: string;
  readonly tokenA: string;
  readonly tokenB: string;
  readonly tokenOfficer: string;
  codeSentTo(phone: string): Promise<string | undefined>;
  stop(): Promise<void>;
}

const tokens = { tokenA: 'model-token-a', tokenB: 'model-token-b', tokenOfficer: 'model-token-officer' };
const accounts = new Map<string, Account>([
  [tokens.tokenA, { id: 'model-a', role: 'citizen' }],
  [tokens.tokenB, { id: 'model-b', role: 'citizen' }],
  [tokens.tokenOfficer, { id: 'model-officer', role: 'officer' }],
]);

/** Listens on a free port of this machine. */
export async function startModelBackend(fault: PlantedFault | null = null): Promise<RunningBackend> {
  const state = createModelState(accounts, fault);
  const signIn = createModelSignIn();
  const server = createServer((request, response) => {
    void answer(state, signIn, request)
      .catch(() => problemAnswer(500, 'The model broke'))
      .then((made) => write(state, response, made));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the model backend has no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}`,
    ...tokens,
    codeSentTo: (phone) => Promise.resolve(signIn.messages.get(phone)),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(state: ModelState, signIn: ModelSignIn, stream: IncomingMessage): Promise<ModelAnswer> {
  const url = new URL(stream.url ?? '/', 'http://model');
  const token = (stream.headers.authorization ?? '').replace(/^Bearer /, '');
  const session = sessionOf(signIn, token);
  const account: Account | undefined =
    session === undefined
      ? accountOf(state, stream.headers.authorization)
      : { id: session.accountId, role: 'citizen', phone: session.phone };
  const open: Omit<ModelRequest, 'account'> = {
    method: stream.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    header: (name) => {
      const value = stream.headers[name];
      return typeof value === 'string' ? value : undefined;
    },
    stream,
  };
  const anybody = { ...open, account: account ?? { id: 'nobody', role: 'citizen' } } as const;
  if (url.pathname === '/.well-known/public-service-sync') {
    return state.has('capabilities-need-token') && account === undefined ? unauthorized() : capabilities();
  }
  if (url.pathname === '/v1/receipt-keys') return answerReceiptKeys();
  if (url.pathname.startsWith('/v1/map-tiles/')) return answerTile(state, anybody);
  if (open.method === 'GET' && url.pathname.startsWith('/v1/services')) return answerServices(state, anybody);
  const [, version, resource = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
  if (version === 'v1' && resource === 'auth') return answerAuth(state, signIn, anybody, rest[0] ?? '');
  if (version === 'v1' && resource === 'me' && rest[0] === 'sessions' && account !== undefined) {
    return open.method === 'GET' ? listSessions(signIn, token) : endSession(state, signIn, token, rest[1] ?? '');
  }
  if (url.pathname === '/v1/me/erasure' && open.method === 'PUT' && account !== undefined)
    return putErasure(state, signIn, { ...open, account });
  if (version === 'v1' && resource === 'devices') return answerOrders(state, anybody, rest[0] ?? '');
  if (version === 'v1' && resource === 'me' && rest[0] === 'devices' && account !== undefined)
    return answerDevice(state, { ...open, account }, rest.slice(1));
  if (
    version !== 'v1' ||
    !['me', 'applications', 'changes', 'queue', 'documents', 'uploads', 'claims'].includes(resource)
  ) {
    return state.has('html-fallback')
      ? { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>App</title>' }
      : problemAnswer(404, 'No such address');
  }
  if (account !== undefined) return route(state, { ...open, account }, resource, rest);
  if (state.has('no-authentication')) {
    return route(state, { ...open, account: { id: 'model-a', role: 'citizen' } }, resource, rest);
  }
  if (state.has('validates-before-sign-in') && open.method === 'PUT' && resource === 'applications') {
    const refused = await putApplication(state, anybody, rest[0] ?? '');
    if (refused.status === 422) return refused;
  }
  return unauthorized();
}

async function route(
  state: ModelState,
  request: ModelRequest,
  resource: string,
  rest: readonly string[],
): Promise<ModelAnswer> {
  const [id = '', part, partId = ''] = rest;
  const key = [request.method, resource, ...(id === '' ? [] : ['id']), ...(part === undefined ? [] : [part])].join(' ');
  switch (key) {
    case 'GET me':
      return jsonAnswer(200, me(state, request.account));
    case 'PUT applications id':
      return putApplication(state, request, id);
    case 'GET applications id':
      return getApplication(state, request, id);
    case 'PUT applications id decisions':
      return putDecision(state, request, id, partId);
    case 'GET claims':
      return listClaims(state);
    case 'PUT applications id claim':
      return putClaim(state, id);
    case 'GET changes':
      return getChanges(state, request);
    case 'GET queue':
      return getQueue(state, request);
    case 'POST queue id':
      return searchQueue(state, request);
    case 'GET queue id':
      return getCounts(state, request);
    case 'PUT applications id assignment':
      return putAssignment(state, request, id);
    case 'PUT documents id':
      return putDocument(state, request, id);
    case 'GET documents id content':
      return getContent(state, request, id);
    case 'HEAD uploads id':
    case 'PATCH uploads id':
    case 'POST uploads id':
      return answerUpload(state, request, id);
    default:
      return problemAnswer(404, 'No such address');
  }
}

function me(state: ModelState, account: Account) {
  const accountId = state.has('one-account-for-all') ? 'model-a' : account.id;
  return {
    accountId,
    name: 'KANARI',
    roles: [account.role === 'officer' ? 'verifikator' : 'pemohon'],
    phone: account.phone ?? null,
  };
}

function capabilities(): ModelAnswer {
  return jsonAnswer(200, {
    apiVersions: ['1'],
    issuer: null,
    clientId: null,
    signIn: 'otp',
    uploadProtocols: ['tus-1.0.0'],
    maxUploadSize: modelMaxUploadSize,
    push: null,
    features: ['signed-receipts', 'claims', 'on-behalf', 'device-sequence', 'device-orders', 'erasure'],
    map: modelMap,
  });
}

function accountOf(state: ModelState, authorization: string | undefined): Account | undefined {
  return state.accounts.get(authorization?.replace(/^Bearer /, '') ?? '');
}

function unauthorized(): ModelAnswer {
  return problemAnswer(401, 'Sign in');
}

function write(state: ModelState, response: ServerResponse, made: ModelAnswer): void {
  const isPlain = made.status >= 400 && state.has('plain-json-errors');
  const headers = { ...made.headers, ...(isPlain ? { 'content-type': 'application/json' } : {}) };
  response.writeHead(made.status, headers);
  response.end(isPlain ? JSON.stringify({ message: 'Error' }) : made.body);
}
