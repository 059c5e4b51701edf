import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Requirement } from '#domain/service/definition.ts';
import { holderOf, offersFor, paperAge } from './wallet-offers.ts';
import type { WalletPaper } from './wallet-paper.ts';

const dayMs = 24 * 60 * 60 * 1000;
const nowMs = Date.UTC(2026, 10, 26, 5);
const ktp: Requirement = {
  id: 'ktp',
  label: { id: 'KTP Anda' },
  required: true,
  accept: ['image/jpeg', 'image/png'],
  paper: { kind: 'ktp', of: 'nama_pemohon' },
};
const paper = (change: Partial<WalletPaper> = {}): WalletPaper => ({
  id: 'kept-1',
  ownerId: null,
  kind: 'ktp',
  whose: '',
  fileName: 'ktp.jpg',
  mediaType: 'image/jpeg',
  sizeBytes: 1,
  sha256: 'a',
  takenAtMs: nowMs - dayMs,
  validUntil: null,
  ...change,
});
const idsFor = (papers: readonly WalletPaper[], holder = '', attached: readonly { sha256: string }[] = []) =>
  offersFor(papers, ktp, { holder, attached, nowMs }).map(({ id }) => id);

describe('what a slot offers', () => {
  it('is of its kind, in a format that it takes, and not in it already', () => {
    const papers = [
      paper({ id: 'fits' }),
      paper({ id: 'a card', kind: 'kk' }),
      paper({ id: 'a PDF', mediaType: 'application/pdf' }),
      paper({ id: 'there already', sha256: 'b' }),
    ];
    expect(idsFor(papers, '', [{ sha256: 'b' }])).toEqual(['fits']);
    const { paper: _paper, ...without } = ktp;
    expect(offersFor(papers, without, { holder: '', attached: [], nowMs })).toEqual([]);
  });

  it('begins with the person whom the form is about, then the newest; what has expired comes last', () => {
    const papers = [
      paper({ id: 'expired', whose: 'KANARI Siti', validUntil: '2026-11-25' }),
      paper({ id: 'another, older', whose: 'KANARI Budi', takenAtMs: nowMs - 3 * dayMs }),
      paper({ id: 'another', whose: 'KANARI Budi' }),
      paper({ id: 'hers', whose: '  kanari   SITI ', takenAtMs: nowMs - 9 * dayMs }),
    ];
    expect(idsFor(papers, 'KANARI Siti')).toEqual(['hers', 'another', 'another, older', 'expired']);
  });

  it('never loses or doubles a paper that fits, whatever the order in which they were kept', () => {
    const some = fc.uniqueArray(
      fc.record({
        id: fc.string(),
        whose: fc.constantFrom('', 'A', 'B'),
        takenAtMs: fc.integer({ min: 0, max: nowMs }),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(some, fc.constantFrom('', 'A', 'B'), (changes, holder) => {
        const papers = changes.map((change) => paper(change));
        const ids = idsFor(papers, holder);
        expect(ids.toSorted()).toEqual(papers.map(({ id }) => id).toSorted());
        expect(idsFor(papers.toReversed(), holder)).toEqual(ids);
      }),
    );
  });
});

describe('how old a paper is', () => {
  it('holds good through its last day in western Indonesia, and not after it', () => {
    const lastMinute = Date.UTC(2026, 10, 26, 16, 59);
    expect(paperAge(paper({ validUntil: '2026-11-26' }), lastMinute)).toBe('current');
    expect(paperAge(paper({ validUntil: '2026-11-26' }), lastMinute + 60_000)).toBe('expired');
  });

  it('is old after a year, and expired before it is old', () => {
    const taken = { takenAtMs: nowMs - 366 * dayMs };
    expect(paperAge(paper(), nowMs)).toBe('current');
    expect(paperAge(paper(taken), nowMs)).toBe('old');
    expect(paperAge(paper({ ...taken, validUntil: '2026-01-01' }), nowMs)).toBe('expired');
  });
});

describe('whose paper a slot asks for', () => {
  it('is told by the answer that the service names', () => {
    expect(holderOf(ktp, { nama_pemohon: ' KANARI Siti ' })).toBe('KANARI Siti');
    const inGroup = { ...ktp, paper: { kind: 'ktp', of: 'saksi1.nama' } };
    expect(holderOf(inGroup, { saksi1: { nama: 'KANARI Budi' } })).toBe('KANARI Budi');
  });

  it('is nobody while it is not answered, or where the service does not say', () => {
    expect(holderOf(ktp, {})).toBe('');
    expect(holderOf(ktp, { nama_pemohon: 7 })).toBe('');
    expect(holderOf({ ...ktp, paper: { kind: 'ktp' } }, { nama_pemohon: 'KANARI' })).toBe('');
  });
});
