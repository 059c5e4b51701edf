import { describe, expect, it } from 'vitest';
import { problemKey } from './problem-key.ts';

describe('the words of a problem', () => {
  it('say of what was erased at its person’s wish that it was, whichever request has told (F100)', () => {
    const refused = { kind: 'refused', status: 410, detail: null, fieldProblems: [] } as const;
    expect(problemKey(refused)).toBe('erased');
    expect(problemKey({ kind: 'file-refused', documentId: 'd', status: 410, detail: null })).toBe('erased');
    expect(problemKey({ ...refused, status: 422 })).toBe('refused');
    expect(problemKey({ ...refused, status: 404 })).toBe('refused');
    expect(problemKey({ kind: 'no-connection' })).toBe('no-connection');
  });

  it('say of what the office has lost that it has, which is no refusal of what was filled in', () => {
    const lost = { kind: 'refused', status: 404, detail: null, fieldProblems: [], isForgotten: true } as const;
    expect(problemKey(lost)).toBe('forgotten');
  });
});
