import type { DeskCase, RevealedNumbers } from '#domain/desk/desk-case.ts';
import type { DeskDecision } from '#domain/desk/desk-decision.ts';
import type { DeskAnswer } from '#domain/desk/desk-trouble.ts';
import type { Official } from '#domain/desk/official.ts';
import type { QueueCounts, QueueFilter, QueuePage } from '#domain/desk/queue-line.ts';
import { classify, type Target } from './classify.ts';
import { readCase, readReveal } from './desk-case-wire.ts';
import { readResultTicket, resultBody, type ResultWords } from './desk-result-wire.ts';
import { readCounts, readOfficial, readQueuePage } from './desk-wire.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from './http-client.ts';
import { problemKind } from './problem.ts';
import { readOffsetHeader } from './wire.ts';

/** The first ones soon; who goes on wants many, and waits for fewer questions. */
const linesOf = (after: string | null): number => (after === null ? 50 : 200);
const tusVersion = { 'Tus-Resumable': '1.0.0' };
const json = { 'Content-Type': 'application/json' };

/** The office as an official's desk speaks to it: with the session of the page, and nothing kept. */
export function createDeskOffice(http: HttpClient, nowMs: () => number) {
  async function ask<T>(
    request: HttpRequest,
    accept: (answer: HttpAnswer) => T | undefined,
    target: Target = 'resource',
  ): Promise<DeskAnswer<T>> {
    const answer = await http.send(request, new AbortController().signal);
    const outcome = classify(answer, target, nowMs(), accept);
    switch (outcome.kind) {
      case 'ok':
      case 'busy':
        return outcome;
      case 'sign-in-needed':
        return { kind: 'signed-out' };
      case 'update-needed':
        return { kind: 'other-version' };
      case 'unreachable':
        return { kind: 'offline' };
      case 'refused':
        return refusal(outcome.status, outcome.detail, answer);
      default:
        // Of uploads: where its bytes end is asked again.
        return { kind: 'refused', status: 409, problem: outcome.kind, detail: null };
    }
  }
  const read = <T>(target: string, accept: (body: unknown, answer: HttpAnswer) => T | undefined) =>
    ask({ method: 'GET', target }, (answer) =>
      answer.mediaType === 'application/json' ? accept(answer.body, answer) : undefined,
    );
  const send = <T>(
    method: 'PUT' | 'POST',
    target: string,
    body: object,
    accept: (body: unknown) => T | undefined,
    etag?: string,
  ) =>
    ask(
      {
        method,
        target,
        headers: { ...json, ...(etag === undefined ? {} : { 'If-Match': etag }) },
        body: JSON.stringify(body),
      },
      (answer) => (answer.mediaType === 'application/json' ? accept(answer.body) : undefined),
    );
  const address = (applicationId: string) => `/v1/applications/${encodeURIComponent(applicationId)}`;

  return {
    official: (): Promise<DeskAnswer<Official>> => read('/v1/me', readOfficial),
    page: (filter: QueueFilter, after: string | null): Promise<DeskAnswer<QueuePage>> =>
      filter.search === undefined || filter.search.trim() === ''
        ? read(`/v1/queue?${new URLSearchParams(queueQuery(filter, after)).toString()}`, readQueuePage)
        : // A name or a NIK stands in no address, where logs on the way would keep it.
          send(
            'POST',
            '/v1/queue/searches',
            { ...queueQuery(filter, after), limit: linesOf(after), q: filter.search.trim() },
            readQueuePage,
          ),
    counts: (): Promise<DeskAnswer<QueueCounts>> => read('/v1/queue/counts', readCounts),
    item: (applicationId: string): Promise<DeskAnswer<DeskCase>> =>
      read(address(applicationId), (body, answer) => readCase(body, applicationId, answer.header('etag'))),
    reveal: (applicationId: string): Promise<DeskAnswer<RevealedNumbers>> =>
      ask({ method: 'POST', target: `${address(applicationId)}/reveals` }, (answer) =>
        answer.mediaType === 'application/json' ? readReveal(answer.body) : undefined,
      ),
    decide: (
      applicationId: string,
      decisionId: string,
      decision: DeskDecision,
      etag: string,
    ): Promise<DeskAnswer<null>> =>
      send('PUT', `${address(applicationId)}/decisions/${decisionId}`, decision, (body) => ours(body), etag),
    assign: (applicationId: string, to: 'me' | null, force: boolean, etag: string): Promise<DeskAnswer<null>> =>
      send('PUT', `${address(applicationId)}/assignment`, force ? { to, force } : { to }, (body) => ours(body), etag),
    putResult: (applicationId: string, resultId: string, result: ResultWords, etag: string) =>
      send(
        'PUT',
        `${address(applicationId)}/results/${resultId}`,
        resultBody(result),
        (body) => readResultTicket(body, resultId),
        etag,
      ),
    offset: (uploadUrl: string): Promise<DeskAnswer<number>> =>
      ask({ method: 'HEAD', target: uploadUrl, headers: tusVersion }, offsetIn, 'upload'),
    append: (uploadUrl: string, offsetBytes: number, piece: ArrayBuffer): Promise<DeskAnswer<number>> =>
      ask(
        {
          method: 'PATCH',
          target: uploadUrl,
          headers: {
            ...tusVersion,
            'Upload-Offset': String(offsetBytes),
            'Content-Type': 'application/offset+octet-stream',
          },
          body: piece,
        },
        offsetIn,
        'upload',
      ),
  };
}

function refusal(status: number, detail: string | null, answer: Parameters<typeof classify>[0]): DeskAnswer<never> {
  if (status === 403) return { kind: 'not-allowed' };
  if (status === 404) return { kind: 'gone' };
  const problem = answer.kind === 'answer' ? problemKind(answer) : null;
  return { kind: 'refused', status, problem, detail };
}

function offsetIn(answer: HttpAnswer): number | undefined {
  return readOffsetHeader(answer.header('upload-offset'));
}

/** The office's word that it is done; what has become of it is read afresh. */
function ours(body: unknown): null | undefined {
  return typeof body === 'object' && body !== null ? null : undefined;
}

function queueQuery(filter: QueueFilter, after: string | null): Record<string, string> {
  const { statuses = [], serviceId, area, assignee, due, sort } = filter;
  const status = statuses.length === 0 ? undefined : statuses.join(',');
  const given = { status, service: serviceId, area, assignee, due, sort, after: after ?? undefined };
  const entries = Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return { ...Object.fromEntries(entries), limit: String(linesOf(after)) };
}
