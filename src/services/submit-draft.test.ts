import { describe, expect, it } from 'vitest';
import type { AttachedDocument, Draft } from '#domain/application/draft.ts';
import type { DraftStore, OutboxShelf, SubmitEnd } from './ports.ts';
import { submitDraft } from './submit-draft.ts';
import { aDraft } from '#tests/fixtures/draft.ts';

/** A phone whose store gives these answers to Kirim, one after the other; the last one again and again. */
function phone(ends: readonly SubmitEnd['kind'][], drafts: readonly Draft[] = [aDraft()], wishesSeal = false) {
  const submitted: Parameters<OutboxShelf['submit']>[] = [];
  let reads = 0;
  let poked = 0;
  const paper: AttachedDocument = {
    id: 'paper-1',
    applicationId: 'draft-1',
    slot: 'not-asked-for',
    mediaType: 'image/jpeg',
    sizeBytes: 1,
    sha256: '0'.repeat(64),
    fileName: 'foto.jpg',
    attachedAtMs: 1,
  };
  const draftStore: Pick<DraftStore, 'readDraft' | 'readDocuments'> = {
    readDraft() {
      reads += 1;
      return Promise.resolve(drafts[Math.min(reads, drafts.length) - 1]);
    },
    readDocuments: () => Promise.resolve([paper]),
  };
  const shelf: Pick<OutboxShelf, 'readEntry' | 'readDevice' | 'submit'> = {
    readEntry: () => Promise.resolve(undefined),
    readDevice: () => Promise.resolve({ deviceId: 'device-1', nextSequence: submitted.length + 1 }),
    submit(...asked) {
      submitted.push(asked);
      const kind = ends[Math.min(submitted.length, ends.length) - 1] ?? 'stored';
      return Promise.resolve(kind === 'failed' ? { kind, reason: 'quota' } : { kind });
    },
  };
  const submit = () =>
    submitDraft(
      {
        drafts: draftStore,
        shelf,
        account: { readAccount: () => Promise.resolve(null) },
        device: { nowMs: () => 5, newId: () => 'new' },
        digest: () => Promise.resolve('0'.repeat(64)),
        isKnownArea: () => Promise.resolve(() => true),
        readResident: () => Promise.resolve(undefined),
        sealing: () => Promise.resolve(null),
        wishesSeal: () => wishesSeal,
        onSubmitted: () => {
          poked += 1;
        },
      },
      'draft-1',
    );
  return { submit, submitted, poked: () => poked };
}

describe('Kirim', () => {
  it('sends off what was read last when the draft changed under it', async () => {
    const later = aDraft({ updatedAtMs: 2, place: 'review' });
    const { submit, submitted, poked } = phone(['changed', 'stored'], [aDraft(), later]);
    expect(await submit()).toEqual({ kind: 'stored', applicationId: 'draft-1' });
    expect(submitted.map(([, , seen]) => seen.updatedAtMs)).toEqual([1, 2]);
    expect(poked()).toBe(1);
  });

  it('says which papers it has seen, also those that are not sent', async () => {
    const { submit, submitted } = phone(['stored']);
    await submit();
    const [entry, , seen] = submitted[0] ?? [];
    expect(entry?.documents).toEqual([]);
    expect(seen?.documentIds).toEqual(['paper-1']);
  });

  it('takes the next number when another tab was quicker', async () => {
    const { submit, submitted } = phone(['sequence-taken', 'stored']);
    expect((await submit()).kind).toBe('stored');
    expect(submitted.map(([entry]) => entry.sequence)).toEqual([1, 2]);
  });

  it('without the code that seals, what its person wants sealed is stored to be sealed before it goes', async () => {
    const wished = phone(['stored'], [aDraft()], true);
    await wished.submit();
    expect(wished.submitted[0]?.[0].sealFirst).toBe(true);
    const open = phone(['stored']);
    await open.submit();
    expect(open.submitted[0]?.[0].sealFirst).toBeUndefined();
  });

  it('never tries for ever, and leaves the draft what it was', async () => {
    const { submit, submitted, poked } = phone(['changed']);
    expect(await submit()).toEqual({ kind: 'failed', reason: 'unknown' });
    expect(submitted.length).toBeLessThan(50);
    expect(poked()).toBe(0);
  });

  it('says at once that the phone is full', async () => {
    const { submit, submitted } = phone(['failed']);
    expect(await submit()).toEqual({ kind: 'failed', reason: 'quota' });
    expect(submitted).toHaveLength(1);
  });
});
