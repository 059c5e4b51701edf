/** tus 1.0.0 core on the address that PUT /v1/documents/{id} hands out (https://tus.io/protocols/resumable-upload). */
import { request as requestHttp, type ClientRequest } from 'node:http';
import { request as requestHttps } from 'node:https';
import { DocumentTicket } from '#contract/schemas.ts';
import type { Answer, ApiClient } from './api-client.ts';
import { createApplication, type PlannedApplication, type PlannedDocument, waitForStatus } from './applications.ts';
import { expectStatus, expectThat, fail } from './expect.ts';
import { read, readHeader } from './read.ts';
import type { Target } from './target.ts';

export function announcementOf(applicationId: string, document: PlannedDocument) {
  const { slot, mediaType, sha256, bytes } = document;
  return { applicationId, slot, mediaType, size: bytes.length, sha256 };
}

/** @returns the ticket, and where HEAD and PATCH go as an absolute address */
export async function announce(client: ApiClient, applicationId: string, document: PlannedDocument) {
  const path = `/v1/documents/${document.id}`;
  const answer = await client.put(path, announcementOf(applicationId, document));
  expectStatus(answer, 200, 201);
  const ticket = read(DocumentTicket, answer);
  const uploadUrl = ticket.uploadUrl ?? fail(`${answer.exchange}: no uploadUrl for bytes that are still missing`);
  return { answer, ticket, uploadUrl: new URL(uploadUrl, client.addressOf(path)).href };
}

export async function askOffset(client: ApiClient, uploadUrl: string): Promise<Answer> {
  return client.send({ method: 'HEAD', path: uploadUrl, headers: { 'tus-resumable': '1.0.0' } });
}

export async function readOffset(client: ApiClient, uploadUrl: string): Promise<number> {
  const answer = await askOffset(client, uploadUrl);
  expectStatus(answer, 200, 204);
  return offsetIn(answer);
}

export function offsetIn(answer: Answer): number {
  const offset = Number(readHeader(answer, 'upload-offset'));
  expectThat(Number.isInteger(offset) && offset >= 0, `${answer.exchange}: Upload-Offset is no whole number`);
  return offset;
}

export function patchHeaders(offset: number): Record<string, string> {
  return {
    'tus-resumable': '1.0.0',
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(offset),
  };
}

export async function patch(
  client: ApiClient,
  uploadUrl: string,
  offset: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Answer> {
  return client.send({ method: 'PATCH', path: uploadUrl, headers: patchHeaders(offset), body: bytes });
}

/** Sends all that the backend doesn't hold yet, from the offset that it names. */
export async function sendRest(client: ApiClient, uploadUrl: string, document: PlannedDocument): Promise<void> {
  const offset = await readOffset(client, uploadUrl);
  const answer = await patch(client, uploadUrl, offset, document.bytes.slice(offset));
  expectStatus(answer, 204);
}

/** An application with all its papers, as an officer sees it. */
export async function deliverApplication(client: ApiClient, target: Target) {
  const { application, receipt } = await createApplication(client, target);
  await sendDocuments(client, application);
  const delivered = await waitForStatus(client, application.path, 'submitted');
  if (delivered === undefined) return fail(`all papers of ${application.path} are sent, but it is not "submitted"`);
  return { application, receipt, ...delivered };
}

export async function sendDocuments(client: ApiClient, application: PlannedApplication): Promise<void> {
  for (const document of application.documents) {
    const { uploadUrl } = await announce(client, application.id, document);
    await sendRest(client, uploadUrl, document);
  }
}

const longestAnswerMs = 20_000;

/** A PATCH whose body is in our hands. */
export interface OpenPatch {
  /** Sends the headers alone; resolves when the connection stands. */
  begin(): Promise<void>;
  /** Resolves when the bytes have left this process. */
  write(bytes: Uint8Array): Promise<void>;
  /** @returns the status, or null when the connection was closed without an answer */
  finish(): Promise<number | null>;
  /** Closes the connection in the middle of the body. */
  cut(): void;
}

/** `lengthBytes` null sends chunks without saying how many bytes will come. */
export function openPatch(client: ApiClient, uploadUrl: string, offset: number, lengthBytes: number | null): OpenPatch {
  const address = client.addressOf(uploadUrl);
  const request: ClientRequest = (address.protocol === 'https:' ? requestHttps : requestHttp)(address, {
    method: 'PATCH',
    agent: false,
    timeout: longestAnswerMs,
    headers: {
      ...client.authorization(address),
      ...patchHeaders(offset),
      ...(lengthBytes === null ? { 'transfer-encoding': 'chunked' } : { 'content-length': lengthBytes }),
    },
  });
  const connected = new Promise<void>((resolve) => {
    request.on('socket', (socket) => {
      socket.once(address.protocol === 'https:' ? 'secureConnect' : 'connect', () => resolve());
    });
    request.on('close', () => resolve());
  });
  const status = new Promise<number | null>((resolve) => {
    request.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    request.on('error', () => resolve(null));
    request.on('timeout', () => request.destroy());
    request.on('close', () => resolve(null));
  });
  return {
    begin: async () => {
      request.flushHeaders();
      return connected;
    },
    // A backend may refuse before it has read everything: then writing ends early, and the answer tells why.
    write: async (bytes) =>
      Promise.race([status, new Promise<void>((resolve) => request.write(bytes, () => resolve()))]).then(
        () => undefined,
      ),
    finish: async () => {
      request.end();
      return status;
    },
    cut: () => {
      request.destroy();
    },
  };
}
