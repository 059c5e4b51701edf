import { describe, expect, it } from 'vitest';
import type { AttachedDocument } from '#domain/application/draft.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { newEntry, submissionText } from '#domain/application/submission.ts';
import { sha256Hex } from '#media/sha256.ts';
import { exportedEntry } from './exported-entry.ts';
import { takenIn, type TakeInPorts } from './taken-in.ts';

const applicationId = '0193ab00-1111-7222-8333-444455556666';
const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const paperBytes = bytesOf('a paper');

interface Taken {
  readonly entry: OutboxEntry;
  readonly envelope: ArrayBuffer;
  readonly papers: readonly { readonly document: AttachedDocument; readonly bytes: ArrayBuffer }[];
}

async function copyOf(ownerId: string | null): Promise<{ readonly text: string; readonly entry: OutboxEntry }> {
  const document: AttachedDocument = {
    id: '0193ab00-1111-7222-8333-444455557777',
    applicationId,
    slot: 'ktp',
    mediaType: 'image/jpeg',
    sizeBytes: paperBytes.byteLength,
    sha256: await sha256Hex(paperBytes),
    fileName: 'foto.jpg',
    attachedAtMs: 1_000,
  };
  const parts = {
    applicationId,
    definition: { id: 'sku', schemaVersion: 1, name: { id: 'SKU', en: 'Letter' } },
    answers: { nama: 'KANARI Siti' },
    documents: [document],
    device: { deviceId: 'device-1', sequence: 3 },
    ownerId,
    nowMs: 1_000,
  };
  const envelope = bytesOf(submissionText(parts));
  const description = {
    mediaType: 'application/json',
    sizeBytes: envelope.byteLength,
    sha256: await sha256Hex(envelope),
  };
  const entry = newEntry(parts, description);
  const blob = await exportedEntry(
    entry,
    envelope,
    () => Promise.resolve({ document, bytes: paperBytes }),
    () => Promise.resolve(null),
  );
  return { text: await blob.text(), entry };
}

function phone(signedIn: string | null): { readonly ports: TakeInPorts; readonly taken: Taken[] } {
  const taken: Taken[] = [];
  const account = signedIn === null ? null : { accountId: signedIn, name: 'KANARI' };
  const ports: TakeInPorts = {
    shelf: {
      takeIn(entry, envelope, papers) {
        taken.push({ entry, envelope, papers });
        return Promise.resolve({ kind: 'stored' });
      },
    },
    account: { readAccount: () => Promise.resolve(account) },
    device: { nowMs: () => 9_000 },
    digest: sha256Hex,
  };
  return { ports, taken };
}

describe('a copy from another phone', () => {
  it('is the same application, byte for byte, and may have been tried', async () => {
    const { text, entry } = await copyOf('account-a');
    const { ports, taken } = phone('account-a');
    expect(await takenIn(ports, new Blob([text]))).toEqual({ kind: 'taken-in', applicationId });
    const { untried: _untried, ...rest } = entry;
    expect(taken[0]?.entry).toEqual({ ...rest, delivery: { ...rest.delivery, nextTryAtMs: 9_000 } });
    expect(taken[0]?.papers.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['a paper']);
  });

  it('of nobody in particular belongs to who opens it; of somebody, to them alone', async () => {
    const unclaimed = await copyOf(null);
    const { ports, taken } = phone('account-b');
    expect((await takenIn(ports, new Blob([unclaimed.text]))).kind).toBe('taken-in');
    expect(taken[0]?.entry.ownerId).toBe('account-b');
    const { text } = await copyOf('account-a');
    expect((await takenIn(ports, new Blob([text]))).kind).toBe('other-owner');
    expect((await takenIn(phone(null).ports, new Blob([text]))).kind).toBe('sign-in-needed');
  });

  it.each([
    ['no JSON at all', (text: string) => text.slice(0, -9), { kind: 'not-a-copy' }],
    ['another file', () => '{"format":"x"}', { kind: 'not-a-copy' }],
    [
      'another version',
      (text: string) => text.replace('"formatVersion": 2', '"formatVersion": 1'),
      { kind: 'other-version' },
    ],
    ['an id that is none', (text: string) => text.replace(applicationId, '../x'), { kind: 'not-a-copy' }],
    [
      'another service',
      (text: string) => text.replace('"serviceId": "sku"', '"serviceId": "akta"'),
      { kind: 'damaged', slot: null },
    ],
    [
      'another number',
      (text: string) => text.replace('"sequence": 3', '"sequence": 4'),
      { kind: 'damaged', slot: null },
    ],
    [
      'a paper that changed',
      (text: string) => text.replace(btoa('a paper'), btoa('b paper')),
      { kind: 'damaged', slot: 'ktp' },
    ],
    [
      'a paper that is missing',
      (text: string) => text.replace(`"${btoa('a paper')}"`, 'null'),
      { kind: 'damaged', slot: 'ktp' },
    ],
  ])('is refused with %s', async (_what, change, refusal) => {
    const { text } = await copyOf('account-a');
    const changed = change(text);
    expect(changed).not.toBe(text);
    const { ports, taken } = phone('account-a');
    expect(await takenIn(ports, new Blob([changed]))).toEqual(refusal);
    expect(taken).toEqual([]);
  });
});
