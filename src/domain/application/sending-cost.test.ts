import { expect, test } from 'vitest';
import type { AttachedDocument } from './draft.ts';
import { sendingBytes } from './sending-cost.ts';
import { submissionText } from './submission.ts';

const definition = { id: 'pengaduan', schemaVersion: 2, name: { id: 'Pengaduan' } };
const answers = { judul: 'KANARI lampu mati', isi: 'Sudah dua minggu.' };
const paper = (sizeBytes: number): AttachedDocument => ({
  id: '0193d1f0-0000-7000-8000-000000000001',
  applicationId: 'a',
  slot: 'bukti',
  mediaType: 'image/jpeg',
  sizeBytes,
  sha256: '0'.repeat(64),
  fileName: 'foto.jpg',
  attachedAtMs: 0,
});
const cost = (sizes: readonly number[]) =>
  sendingBytes({ applicationId: 'a', definition, answers, documents: sizes.map(paper) });

test('without files it is the form and a few kilobytes around it', () => {
  expect(cost([])).toBeGreaterThan(7_000);
  expect(cost([])).toBeLessThan(8_000);
});

// Both ways over the reference office, in a real Chromium: 72.0, 935.8 and 2,020.8 kB before what TCP/IP adds.
test.each([
  [[60_000], 72_000],
  [[300_000, 300_000, 300_000], 935_800],
  [[2_000_000], 2_020_800],
])('with files of %j it is what was measured, within four parts in a hundred', (sizes, measured) => {
  expect(Math.abs(cost(sizes) / (measured * 1.04) - 1)).toBeLessThan(0.04);
});

test('a longer answer costs twice its length where there are files, for the form goes twice', () => {
  const withIt = (isi: string, documents: readonly AttachedDocument[]) =>
    sendingBytes({ applicationId: 'a', definition, answers: { isi }, documents });
  const more = 'x'.repeat(1000);
  expect(withIt(more, []) - withIt('', [])).toBe(1040);
  expect(withIt(more, [paper(1)]) - withIt('', [paper(1)])).toBe(2080);
});

test('letters weigh what they weigh on the wire', () => {
  for (const isi of ['KANARI Zoé', 'KANARI 𠮷', 'ᮊ', 'a']) {
    const base = sendingBytes({ applicationId: 'a', definition, answers: { isi: '' }, documents: [] });
    const more = sendingBytes({ applicationId: 'a', definition, answers: { isi: isi.repeat(100) }, documents: [] });
    expect(more - base).toBe(Math.round(104 * Buffer.byteLength(isi)));
  }
});

test('the form is as long as the one that will be sent', () => {
  const parts = { applicationId: 'a', definition, answers, documents: [] };
  const device = { deviceId: '0193d1f0-0000-7000-8000-000000000002', sequence: 123 };
  const sent = submissionText({ ...parts, device, ownerId: 'warga', nowMs: Date.UTC(2026, 10, 26) });
  expect(sendingBytes(parts)).toBe(Math.round(7_000 + 1.04 * sent.length));
});
