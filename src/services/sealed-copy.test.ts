import { describe, expect, it } from 'vitest';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { sha256Hex } from '#media/sha256.ts';
import { anEntry, aDocument } from '#tests/fixtures/outbox-entry.ts';
import { exportedEntry } from './exported-entry.ts';
import { takenIn, type TakeInPorts } from './taken-in.ts';

const applicationId = '0193ab00-1111-7222-8333-444455556666';
const paperId = '0193ab00-1111-7222-8333-444455557777';
const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const paper = bytesOf('sealed paper');

async function sealedEntry(): Promise<{ readonly entry: OutboxEntry; readonly envelope: ArrayBuffer }> {
  const sha256 = await sha256Hex(paper);
  const outside = {
    serviceId: 'sku',
    documents: [{ id: paperId, sha256 }],
    device: { id: 'device-1', sequence: 3 },
    sealed: { version: 1, form: 'AAAA' },
  };
  const envelope = bytesOf(JSON.stringify(outside));
  const entry = anEntry({
    applicationId,
    ownerId: 'account-a',
    deviceId: 'device-1',
    sequence: 3,
    serviceId: 'sku',
    sealed: { maskedName: 'S•••' },
    documents: [aDocument({ id: paperId, sizeBytes: paper.byteLength, sha256, sealed: true })],
    envelope: { mediaType: 'application/json', sizeBytes: envelope.byteLength, sha256: await sha256Hex(envelope) },
  });
  return { entry, envelope };
}

async function copy(): Promise<string> {
  const { entry, envelope } = await sealedEntry();
  const none = () => Promise.resolve(undefined);
  return (
    await exportedEntry(entry, envelope, none, () => Promise.resolve({ readPaper: () => Promise.resolve(paper) }))
  ).text();
}

function phone() {
  const taken: OutboxEntry[] = [];
  const ports: TakeInPorts = {
    shelf: {
      takeIn(entry) {
        taken.push(entry);
        return Promise.resolve({ kind: 'stored' });
      },
    },
    account: { readAccount: () => Promise.resolve({ accountId: 'account-a', name: 'KANARI' }) },
    device: { nowMs: () => 9_000 },
    digest: sha256Hex,
  };
  return { ports, taken };
}

describe('a copy of a sealed application', () => {
  it('stays sealed on the phone that takes it in, and says of nobody whom it is for', async () => {
    const { ports, taken } = phone();
    expect(await takenIn(ports, new Blob([await copy()]))).toEqual({ kind: 'taken-in', applicationId });
    expect(taken[0]).toMatchObject({ sealed: { maskedName: null }, documents: [{ id: paperId, sealed: true }] });
  });

  it('has a version of its own, so that a release that can’t send it sealed says so', async () => {
    expect(JSON.parse(await copy())).toMatchObject({ formatVersion: 3 });
  });

  it('that says to be open, or an open one that says to be sealed, is no copy of ours', async () => {
    const { ports, taken } = phone();
    const open = (await copy()).replace('"formatVersion": 3', '"formatVersion": 2');
    expect(await takenIn(ports, new Blob([open]))).toEqual({ kind: 'damaged', slot: null });
    expect(taken).toEqual([]);
  });
});
