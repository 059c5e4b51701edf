import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryToken } from '#api/carry-token.ts';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { createCollector } from '#lib/codes/collector.ts';
import { sha256Hex } from '#media/sha256.ts';
import { authKeysOf } from '#server/auth/auth-keys.ts';
import { openTicket, sealTicket } from '#server/auth/ticket-token.ts';
import { aDocument, anEntry } from '#tests/fixtures/outbox-entry.ts';
import { codesOf, fileIn } from './courier-codes.ts';
import { createCourierMenu } from './courier-menu.ts';
import { exportedEntry } from './exported-entry.ts';
import { takenIn, type TakeInPorts } from './taken-in.ts';

const applicationId = '0193ab00-1111-7222-8333-444455556666';
const paperId = '0193ab00-1111-7222-8333-444455557777';
const bytesOf = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer;
const paper = bytesOf('sealed paper');
const keys = authKeysOf('only-for-tests-0123456789abcdefghij');
const ticket = sealTicket(keys, '0193ab00-0000-4000-8000-000000000001');

const outside = {
  serviceId: 'sku',
  documents: [{ id: paperId, sha256: await sha256Hex(paper) }],
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
  serviceName: { id: 'Surat keterangan usaha' },
  sealed: { maskedName: 'S•••' },
  documents: [aDocument({ id: paperId, sizeBytes: paper.byteLength, sha256: await sha256Hex(paper), sealed: true })],
  envelope: { mediaType: 'application/json', sizeBytes: envelope.byteLength, sha256: await sha256Hex(envelope) },
});

const nowMs = Date.UTC(2026, 10, 27);

function courierOf(
  held: { ticket: string; deviceId: string; renewedAtMs?: number } | null,
  carried: readonly OutboxEntry[] = [],
) {
  return createCourierMenu({
    nowMs: () => nowMs,
    readTicket: async () => ({
      accountId: 'account-a',
      held: held === null ? null : { renewedAtMs: nowMs, ...held },
    }),
    carryToken,
    exportEntry: (_id, carry) =>
      exportedEntry(
        entry,
        envelope,
        () => Promise.resolve(undefined),
        () => Promise.resolve({ readPaper: () => Promise.resolve(paper) }),
        carry,
      ),
    store: {
      live: () => ({ getSnapshot: () => ({ state: 'ready', value: carried }), subscribe: () => () => undefined }),
      forget: async () => true,
    },
  });
}

async function packed() {
  const result = await courierOf({ ticket, deviceId: 'device-1' }).pack(entry);
  if (result.kind !== 'packed') throw new Error(result.kind);
  return result;
}

function phone() {
  const taken: unknown[] = [];
  const ports: TakeInPorts = {
    shelf: {
      takeIn(taking, _envelope, papers, carry) {
        taken.push({ entry: taking, papers: papers.length, carry });
        return Promise.resolve({ kind: 'stored' });
      },
    },
    account: { readAccount: () => Promise.resolve({ accountId: 'account-b', name: 'KANARI' }) },
    device: { nowMs: () => 9_000 },
    digest: sha256Hex,
  };
  return { ports, taken };
}

describe('a file for a courier', () => {
  it('tells neither whose it is nor what for, and has nothing of the ticket that it is made out of', async () => {
    const { file, fileName, code } = await packed();
    const text = await file.text();
    expect(fileName).toBe(`titipan-${code.toLowerCase()}.txt`);
    for (const secret of ['account-a', 'S•••', 'Surat keterangan', ticket.split('.')[2] ?? ''])
      expect(text).not.toContain(secret);
  });

  it('opens the office for this application only', async () => {
    const { carry } = JSON.parse(await (await packed()).file.text());
    expect(openTicket(keys, carry)).toEqual({
      ticketId: '0193ab00-0000-4000-8000-000000000001',
      only: { applicationId, envelopeSha256: entry.envelope.sha256 },
    });
    expect(openTicket(authKeysOf('of-another-office-0123456789abcdefgh'), carry)).toBeNull();
    expect(openTicket(keys, carry.replace('55556666', '55556667'))).toBeNull();
  });

  it('is taken in by anybody’s phone as nobody’s who signs in there', async () => {
    const { ports, taken } = phone();
    const { file } = await packed();
    expect(await takenIn(ports, file)).toEqual({ kind: 'carried' });
    expect(taken).toMatchObject([
      {
        entry: { applicationId, ownerId: `carried:${applicationId}`, serviceName: { id: 'Titipan' }, sealed: {} },
        papers: 1,
        carry: { deviceId: 'device-1' },
      },
    ]);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -20), { kind: 'not-a-copy' }],
    [
      'of a release to come',
      (text: string) => text.replace('"formatVersion": 4', '"formatVersion": 9'),
      { kind: 'other-version' },
    ],
    ['without what opens the office', (text: string) => text.replace('"carry"', '"carrot"'), { kind: 'not-a-copy' }],
    [
      'with a line break in what opens it',
      (text: string) => text.replace('"carry.', String.raw`"carry\n.`),
      { kind: 'not-a-copy' },
    ],
    [
      'with what opens it for another',
      (text: string) => text.replace(/(carry\.[\w-]+\.)0193ab00/, '$10193ab01'),
      { kind: 'not-a-copy' },
    ],
    [
      'that says whose it is',
      (text: string) => text.replace('"ownerId": null', '"ownerId": "account-b"'),
      { kind: 'not-a-copy' },
    ],
    ['with another form', (text: string) => text.replace(/("base64": "ey)../, '$1AA'), { kind: 'damaged', slot: null }],
    [
      'with another paper',
      (text: string) => text.replace(btoa('sealed paper'), btoa('sealed paqer')),
      { kind: 'damaged', slot: 'ktp' },
    ],
  ])('%s is refused, and nothing is kept of it', async (_what, change, refusal) => {
    const text = await (await packed()).file.text();
    const changed = change(text);
    expect(changed).not.toBe(text);
    const { ports, taken } = phone();
    expect(await takenIn(ports, new Blob([changed]))).toEqual(refusal);
    expect(taken).toEqual([]);
  });

  it('of any other bytes is refused in words, whatever they are', async () => {
    const { ports, taken } = phone();
    const text = await (await packed()).file.text();
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 3 }), async (at, put) => {
        const spoilt = text.slice(0, at) + put + text.slice(at + put.length);
        const { kind } = await takenIn(ports, new Blob([spoilt]));
        expect(['not-a-copy', 'other-version', 'damaged', 'carried', 'sign-in-needed', 'other-owner']).toContain(kind);
      }),
      { numRuns: 200 },
    );
    // Blanks and words that nobody believes may change; what is kept is what was packed, always.
    for (const kept of taken) expect(kept).toMatchObject({ entry: { applicationId, envelope: entry.envelope } });
  });

  it('can’t be made before this phone has signed in, or of what lies open', async () => {
    expect(await courierOf(null).pack(entry)).toEqual({ kind: 'sign-in-needed' });
    const dayMs = 24 * 60 * 60 * 1000;
    const packedAfter = async (days: number) =>
      (await courierOf({ ticket, deviceId: 'device-1', renewedAtMs: nowMs - days * dayMs }).pack(entry)).kind;
    expect([await packedAfter(29), await packedAfter(30)]).toEqual(['packed', 'sign-in-needed']);
    expect(await courierOf({ ticket, deviceId: 'device-2' }).pack(entry)).toEqual({ kind: 'sign-in-needed' });
    expect(await courierOf({ ticket, deviceId: 'device-1' }).pack({ ...entry, ownerId: null })).toEqual({
      kind: 'sign-in-needed',
    });
    const { sealed: _sealed, ...open } = entry;
    expect(await courierOf({ ticket, deviceId: 'device-1' }).pack(open)).toEqual({ kind: 'failed' });
  });
});

describe('the same file as QR codes', () => {
  it('is the same file again on the other phone, and is taken in as that is', async () => {
    const { file } = await packed();
    const codes = await codesOf(file);
    const collect = createCollector();
    const [read] = Array.from({ length: 60 }, (_none, index) => collect(codes?.text(index * 2) ?? '')).flatMap(
      (collected) => (collected.kind === 'whole' ? [collected.bytes] : []),
    );
    if (read === undefined) throw new Error('not whole');
    const again = await fileIn(read);
    expect(await again.text()).toBe(await file.text());
    expect(await takenIn(phone().ports, again)).toEqual({ kind: 'carried' });
  });

  it('has papers of some 55 kB in it, and is none where they are larger', async () => {
    const sealed = (size: number) => new Blob([JSON.stringify({ base64: base64OfNoise(size) })]);
    const codes = await codesOf(sealed(55_000));
    expect(codes?.total).toBeLessThanOrEqual(125);
    expect(await codesOf(sealed(62_000))).toBeNull();
    expect(await codesOf(sealed(900_000))).toBeNull();
  });

  it('that is none, or would fill the phone, is refused as any other file', async () => {
    const full = new Blob([new Uint8Array(1_000_001)]).stream().pipeThrough(new CompressionStream('gzip'));
    const bomb = new Uint8Array(await new Response(full).arrayBuffer());
    for (const bytes of [bomb, new Uint8Array([1, 2, 3]), bomb.slice(0, 100)])
      expect(await takenIn(phone().ports, await fileIn(bytes))).toEqual({ kind: 'not-a-copy' });
  });
});

/** As sealed bytes look: nothing to make shorter in them. */
function base64OfNoise(size: number): string {
  let state = 1;
  const bytes = Array.from({ length: size }, () => {
    state = Math.imul(state, 1_664_525) + 1_013_904_223;
    return String.fromCharCode((state >>> 24) & 0xff);
  });
  return btoa(bytes.join(''));
}
