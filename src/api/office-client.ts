import type { OutboxDocument } from '#domain/application/outbox-entry.ts';
import type { Office, Outcome } from '#sync/ports.ts';
import { classify } from './classify.ts';
import { type HttpAnswer, type HttpClient, type HttpRequest, isJson, type Silence } from './http-client.ts';
import { inShort } from './in-short.ts';
import { readChangePage, readMe, readOffsetHeader, readReceipt, readTicket, readTracked } from './wire.ts';

const tusVersion = { 'Tus-Resumable': '1.0.0' };
const changesPerPage = 100;

/** The office over HTTP, as the contract has it: PUT on our own ids, tus 1.0.0 core for bytes. */
export function createOfficeClient(http: HttpClient, nowMs: () => number): Office {
  async function askJson<T>(
    request: HttpRequest,
    signal: AbortSignal,
    read: (body: unknown) => T | undefined,
  ): Promise<Outcome<T>> {
    return classify(await http.send(request, signal), 'resource', nowMs(), ({ mediaType, body }) =>
      mediaType === 'application/json' ? read(body) : undefined,
    );
  }

  async function askOffset(
    request: HttpRequest,
    signal: AbortSignal,
  ): Promise<Outcome<{ readonly offsetBytes: number }>> {
    return classify(await http.send(request, signal), 'upload', nowMs(), offsetIn);
  }

  let passesPatch = true;
  /**
   * Some networks let no PATCH through (F39): they say so in a page of their own, and what they know is POST. An office
   * that does not know POST says that there is no such thing, which says nothing of the upload.
   */
  async function patch(request: Omit<HttpRequest, 'method'>, signal: AbortSignal): Promise<HttpAnswer | Silence> {
    const asPatch = passesPatch ? await http.send({ ...request, method: 'PATCH' }, signal) : null;
    if (asPatch !== null && (asPatch.kind === 'silence' || isJson(asPatch.mediaType) || !isNoWay(asPatch)))
      return asPatch;
    const headers = { ...request.headers, 'X-HTTP-Method-Override': 'PATCH' };
    const asPost = await http.send({ ...request, headers, method: 'POST' }, signal);
    passesPatch = asPost.kind === 'answer' && isNoWay(asPost);
    if (!passesPatch) return asPost;
    return asPatch ?? (await http.send({ ...request, method: 'PATCH' }, signal));
  }

  return {
    whoAmI: (signal) =>
      askJson({ method: 'GET', target: '/v1/me' }, signal, (body) => {
        const me = readMe(body);
        return me === undefined ? undefined : { accountId: me.accountId };
      }),

    putApplication: (applicationId, envelope, signal) =>
      askJson(
        {
          method: 'PUT',
          target: `/v1/applications/${encodeURIComponent(applicationId)}`,
          headers: { 'Content-Type': envelope.mediaType, ...idempotencyKey(applicationId) },
          body: envelope.bytes,
        },
        signal,
        (body) => readReceipt(body, applicationId),
      ),

    putChange: (changeId, { kind, applicationId, seenVersion }, envelope, signal) =>
      askJson(
        {
          method: 'PUT',
          target: `/v1/applications/${encodeURIComponent(applicationId)}/${kind}s/${encodeURIComponent(changeId)}`,
          headers: {
            'Content-Type': envelope.mediaType,
            'If-Match': `"${String(seenVersion)}"`,
            ...idempotencyKey(changeId),
          },
          body: envelope.bytes,
        },
        signal,
        (body) => readReceipt(body, applicationId),
      ),

    async putDocument(applicationId, document, signal) {
      const outcome = await askJson(
        {
          method: 'PUT',
          target: `/v1/documents/${encodeURIComponent(document.id)}`,
          headers: { 'Content-Type': 'application/json', ...idempotencyKey(document.id) },
          body: JSON.stringify(announcement(applicationId, document)),
        },
        signal,
        (body) => readTicket(body, document.id),
      );
      if (outcome.kind !== 'ok') return outcome;
      const ticket = outcome.value;
      if (ticket.state === 'rejected')
        return { kind: 'refused', status: 422, detail: ticket.detail, fieldProblems: [] };
      return { kind: 'ok', value: ticket };
    },

    readOffset: (uploadUrl, signal) => askOffset({ method: 'HEAD', target: uploadUrl, headers: tusVersion }, signal),

    async appendPiece(uploadUrl, offsetBytes, piece, signal) {
      const headers = {
        ...tusVersion,
        'Upload-Offset': String(offsetBytes),
        'Content-Type': 'application/offset+octet-stream',
      };
      const answer = await patch({ target: uploadUrl, headers, body: piece }, signal);
      const outcome = classify(answer, 'upload', nowMs(), offsetIn);
      // A browser sends again by itself what was on a connection that died: some of it may be there already.
      const further = outcome.kind === 'offset-conflict' && answer.kind === 'answer' ? offsetIn(answer) : undefined;
      return further !== undefined && further.offsetBytes > offsetBytes ? { kind: 'ok', value: further } : outcome;
    },

    async readChanges(cursor, signal) {
      const after = cursor === null ? '' : `&after=${encodeURIComponent(cursor)}`;
      const target = `/v1/changes?limit=${String(changesPerPage)}${after}`;
      const outcome = await askJson({ method: 'GET', target }, signal, readChangePage);
      return outcome.kind === 'refused' && outcome.status === 410 ? { kind: 'ok', value: 'reset' } : outcome;
    },

    readApplication: (applicationId, signal) =>
      askJson(
        { method: 'GET', target: `/v1/applications/${encodeURIComponent(applicationId)}`, headers: inShort },
        signal,
        (body) => readTracked(body, applicationId),
      ),
  };
}

function isNoWay({ status }: HttpAnswer): boolean {
  return [403, 404, 405, 410, 501].includes(status);
}

function offsetIn(answer: HttpAnswer): { readonly offsetBytes: number } | undefined {
  const offsetBytes = readOffsetHeader(answer.header('upload-offset'));
  return offsetBytes === undefined ? undefined : { offsetBytes };
}

/** A structured-field string: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ */
function idempotencyKey(id: string): { readonly 'Idempotency-Key': string } {
  return { 'Idempotency-Key': `"${id}"` };
}

/** The file's name stays on the phone. */
function announcement(applicationId: string, { slot, mediaType, sizeBytes, sha256, sealed }: OutboxDocument) {
  return { applicationId, slot, mediaType, size: sizeBytes, sha256, sealed };
}
