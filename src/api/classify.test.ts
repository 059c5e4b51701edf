import { describe, expect, it } from 'vitest';
import { classify, type Target } from './classify.ts';
import type { HttpAnswer } from './http-client.ts';

function outcomeOf(status: number, mediaType: string, target: Target = 'resource') {
  const answer: HttpAnswer = { kind: 'answer', status, mediaType, body: undefined, header: () => null };
  return classify(answer, target, 0, () => undefined);
}
const portal = (status: number) => ({ kind: 'unreachable', reason: 'captive-portal', status });

describe('an answer of somebody in between', () => {
  it.each([400, 401, 403, 404, 405, 409, 410, 422, 423, 426, 451, 460])(
    'a page with %i is never taken for the office’s word (F38)',
    (status) => {
      expect(outcomeOf(status, 'text/html')).toEqual(portal(status));
      expect(outcomeOf(status, '')).toEqual(portal(status));
      expect(outcomeOf(status, 'text/html', 'upload')).toEqual(portal(status));
    },
  );

  it('may say that a body is too large, and that too much is asked', () => {
    expect(outcomeOf(413, 'text/html')).toMatchObject({ kind: 'refused', status: 413 });
    expect(outcomeOf(413, '', 'upload')).toMatchObject({ kind: 'refused', status: 413 });
    expect(outcomeOf(429, 'text/html')).toEqual({ kind: 'busy', retryAfterMs: 30_000 });
    expect(outcomeOf(503, 'text/html')).toEqual({ kind: 'busy', retryAfterMs: 30_000 });
  });
});

describe('the office’s own word', () => {
  it.each([
    [401, 'sign-in-needed'],
    [423, 'offset-conflict'],
    [426, 'update-needed'],
    [460, 'digest-mismatch'],
    [404, 'refused'],
    [409, 'refused'],
    [422, 'refused'],
  ] as const)('%i in JSON means %s', (status, kind) => {
    expect(outcomeOf(status, 'application/problem+json').kind).toBe(kind);
    expect(outcomeOf(status, 'application/json').kind).toBe(kind);
  });

  it('426 asks for a newer app, unless its problem says that a seal is asked for', () => {
    const said = (type: unknown) =>
      classify(
        { kind: 'answer', status: 426, mediaType: 'application/problem+json', body: { type }, header: () => null },
        'resource',
        0,
        () => undefined,
      ).kind;
    expect(said('urn:ajukan:problem:sealing-required')).toBe('seal-needed');
    expect(said('urn:ajukan:problem:update-needed')).toBe('update-needed');
    expect(said(7)).toBe('update-needed');
  });

  it.each([
    [404, 'upload-gone'],
    [409, 'offset-conflict'],
    [410, 'upload-gone'],
    [423, 'offset-conflict'],
    [460, 'digest-mismatch'],
  ] as const)('%i of an upload URL needs no words to mean %s', (status, kind) => {
    expect(outcomeOf(status, '', 'upload').kind).toBe(kind);
    expect(outcomeOf(status, 'application/problem+json', 'upload').kind).toBe(kind);
  });
});
