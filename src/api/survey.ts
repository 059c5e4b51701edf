import type { SurveyToSend } from '#services/ports.ts';
import { classify } from './classify.ts';
import type { HttpClient } from './http-client.ts';

/** Repeated after a lost answer it is the same survey. `refused`: it will never be taken. */
export async function putSurvey(
  http: HttpClient,
  nowMs: () => number,
  { id, applicationId, answers, comment, answeredAtMs }: SurveyToSend,
): Promise<'taken' | 'refused' | 'later'> {
  const said = comment === '' ? {} : { comment };
  const body = JSON.stringify({ answers, ...said, answeredAt: new Date(answeredAtMs).toISOString() });
  const target = `/v1/applications/${applicationId}/survey/${id}`;
  const headers = { 'Content-Type': 'application/json' };
  const answer = await http.send({ method: 'PUT', target, headers, body }, new AbortController().signal);
  const outcome = classify(answer, 'resource', nowMs(), ({ mediaType, body: given }) =>
    mediaType === 'application/json' ? given : undefined,
  );
  if (outcome.kind === 'ok') return 'taken';
  // A status that the phone has heard and the office has left again is no reason to forget what was answered.
  return outcome.kind === 'refused' ? 'refused' : 'later';
}
