import { describe, expect, it } from 'vitest';
import type { AttachedDocument, Draft } from '#domain/application/draft.ts';
import { cleanAnswers } from '#domain/form/clean.ts';
import { today } from '#tests/fixtures/services/arbitrary-answers.ts';
import { everyBranch } from '#tests/fixtures/services/branches.ts';
import { suratKeteranganUsaha } from '#tests/fixtures/services/services.ts';
import { anEntry } from '#tests/fixtures/outbox-entry.ts';
import { applyAgain, hasAnswers } from './apply-again.ts';
import type { Stored } from './ports.ts';

const nowMs = Date.parse(`${today}T09:00:00+07:00`);
const [branch = {}] = everyBranch(suratKeteranganUsaha);
const answers = cleanAnswers(suratKeteranganUsaha, branch, today);
const paper: AttachedDocument = {
  id: 'paper-1',
  applicationId: 'application-1',
  slot: 'ktp',
  mediaType: 'image/jpeg',
  sizeBytes: 3,
  sha256: '0'.repeat(64),
  fileName: 'ktp.jpg',
  attachedAtMs: 1,
};
const told = { id: paper.id, slot: paper.slot, mediaType: paper.mediaType, sizeBytes: 3, sha256: paper.sha256 };
const entry = anEntry({
  serviceId: 'sku',
  documents: [{ ...told, progress: { state: 'verified' }, restarts: 0 }],
});

/** A phone that holds one application, and of it what is said. */
function phone(held: { envelope?: string; paper?: boolean; addPaper?: Stored } = {}) {
  const added: Draft[] = [];
  const papers: AttachedDocument[] = [];
  const envelope = new TextEncoder().encode(held.envelope ?? JSON.stringify({ data: answers })).buffer;
  let ids = 0;
  const ports = {
    shelf: {
      readEntry: async () => entry,
      readEnvelope: async () => (held.envelope === '' ? undefined : envelope),
    },
    drafts: {
      addDraft: async (draft: Draft) => {
        added.push(draft);
        return { kind: 'stored' as const };
      },
      readDocument: async () => (held.paper === false ? undefined : { document: paper, bytes: new ArrayBuffer(3) }),
      addDocument: async (document: AttachedDocument) => {
        papers.push(document);
        return held.addPaper ?? { kind: 'stored' as const };
      },
    },
    catalogue: {
      readService: async () => suratKeteranganUsaha,
      keepShortcut: async () => ({ kind: 'stored' as const }),
    },
    account: { readAccount: async () => ({ accountId: 'account-a', name: 'KANARI' }) },
    device: { nowMs: () => nowMs, newId: () => `new-${(ids += 1)}` },
    isKnownArea: async () => () => true,
  };
  return { ports, added, papers };
}

describe('"Ajukan lagi dengan isian ini"', () => {
  it('is a new draft of the person with the same answers, and copies of the papers under new ids', async () => {
    const { ports, added, papers } = phone();
    const result = await applyAgain(ports, 'application-1');
    expect(result).toEqual({ kind: 'started', draftId: 'new-1', dropped: 0, papers: 1, missing: 0 });
    expect(added).toMatchObject([{ id: 'new-1', ownerId: 'account-a', answers, definition: suratKeteranganUsaha }]);
    expect(papers).toEqual([{ ...paper, id: 'new-2', applicationId: 'new-1', attachedAtMs: nowMs }]);
  });

  it('says how many answers do not fit the form of today, and goes on without them', async () => {
    const { ports, added } = phone({ envelope: JSON.stringify({ data: { ...answers, hobi: 'memancing' } }) });
    expect(await applyAgain(ports, 'application-1')).toMatchObject({ kind: 'started', dropped: 1 });
    expect(added[0]?.answers).toEqual(answers);
  });

  it.each([
    ['is not on the phone any more', { paper: false }],
    ['has no room for a second time', { addPaper: { kind: 'failed', reason: 'quota' } as const }],
  ])('a paper that %s has to be chosen again', async (_, held) => {
    const { ports, added } = phone(held);
    expect(await applyAgain(ports, 'application-1')).toMatchObject({ kind: 'started', papers: 1, missing: 1 });
    expect(added).toHaveLength(1);
  });

  it.each(['', 'sealed', '{"data":[]}'])('answers that are gone or sealed (%j) make no draft', async (envelope) => {
    const { ports, added } = phone({ envelope });
    expect(await hasAnswers(ports, 'application-1')).toBe('no');
    expect(await applyAgain(ports, 'application-1')).toEqual({ kind: 'answers-gone' });
    expect(added).toEqual([]);
  });

  it('answers that can’t be read just now are not said to be gone', async () => {
    const { ports, added } = phone();
    expect(await hasAnswers(ports, 'application-1')).toBe('yes');
    const locked = { ...ports, shelf: { ...ports.shelf, readEnvelope: async () => 'unreadable' as const } };
    expect(await hasAnswers(locked, 'application-1')).toBe('unknown');
    expect(await applyAgain(locked, 'application-1')).toEqual({ kind: 'failed', reason: 'unknown' });
    const closed = { ...ports, shelf: { ...ports.shelf, readEntry: async () => undefined } };
    expect(await hasAnswers(closed, 'application-1')).toBe('unknown');
    expect(added).toEqual([]);
  });
});
