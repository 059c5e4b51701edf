import { describe, expect, it } from 'vitest';
import { createMemoryOutboxStore } from '#tests/fakes/memory-outbox-store.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { bytesOf } from '#tests/fixtures/payload.ts';
import { sha256Hex } from '#media/sha256.ts';
import type { Office, Outcome, SendTicket } from './ports.ts';
import { createRunner } from './runner.ts';

const signIn: Outcome<never> = { kind: 'sign-in-needed' };
const silence: Outcome<never> = { kind: 'unreachable', reason: 'network', status: null };
const bytes = bytesOf('{}');

interface World {
  /** Whom the browser's session is of; null: it has ended. */
  session?: string | null;
  /** Who uses the phone. */
  account?: string | null;
  tickets?: readonly SendTicket[];
  /** Whose tickets the office does not know any more. */
  ended?: readonly string[];
  network?: boolean;
  /** What of others waits until then. */
  othersDueMs?: number;
}

const ticketOf = (ownerId: string): SendTicket => ({ ownerId, deviceId: 'device-1', ticket: `ticket-${ownerId}` });

/** One phone with two entries of A and one of B, of which one of A was made elsewhere. */
async function phone({
  session = null,
  account = null,
  tickets = [],
  ended = [],
  network = true,
  othersDueMs: nextTryAtMs = 0,
}: World) {
  const store = createMemoryOutboxStore();
  store.setAccount(account);
  const envelope = { mediaType: 'application/json', sizeBytes: bytes.byteLength, sha256: await sha256Hex(bytes) };
  const entries = [
    anEntry({ applicationId: 'a-1', ownerId: 'a', sequence: 1, envelope }),
    anEntry({
      applicationId: 'b-1',
      ownerId: 'b',
      sequence: 2,
      envelope,
      delivery: { state: 'waiting', attempts: 0, nextTryAtMs, lastProblem: null, receipt: null },
    }),
    anEntry({ applicationId: 'a-elsewhere', ownerId: 'a', deviceId: 'device-2', sequence: 3, envelope }),
  ];
  for (const entry of entries) store.put(entry, { [entry.applicationId]: bytes });
  /** [what, under whose name] */
  const arrived: (readonly [string, string])[] = [];

  function officeFor(name: string | null, whoAmI: Office['whoAmI']): Office {
    const unused = () => Promise.resolve(silence);
    return {
      whoAmI,
      putApplication(applicationId) {
        if (name === null) return Promise.resolve(signIn);
        arrived.push([applicationId, name]);
        return Promise.resolve({ kind: 'ok', value: aReceipt({ applicationId }) });
      },
      putChange: unused,
      putDocument: unused,
      readOffset: unused,
      appendPiece: unused,
      readChanges: () => Promise.resolve({ kind: 'ok', value: { changes: [], nextCursor: 'c', more: false } }),
      readApplication: unused,
    };
  }

  const runner = createRunner({
    store,
    office: officeFor(session, () =>
      Promise.resolve(network ? (session === null ? signIn : { kind: 'ok', value: { accountId: session } }) : silence),
    ),
    byTicket: {
      read: () => Promise.resolve(tickets),
      office({ ownerId }) {
        let isGood = true;
        const office = officeFor(ended.includes(ownerId) ? null : ownerId, () =>
          Promise.resolve(isGood ? { kind: 'ok', value: { accountId: ownerId } } : signIn),
        );
        return {
          ...office,
          putApplication(...asked) {
            isGood = !ended.includes(ownerId);
            return office.putApplication(...asked);
          },
        };
      },
    },
    lock: { withLock: (work) => work({ fence: 1, lost: new AbortController().signal }) },
    clock: { nowMs: () => 0, sleep: () => new Promise(() => undefined) },
    chance: () => 0,
    log: { debug: () => undefined, warn: () => undefined },
  });
  const report = await runner.run();
  return { arrived, report, status: runner.status().getSnapshot() };
}

describe('with a ticket', () => {
  it('a queue goes on after its session has ended, and nobody is asked to sign in for it', async () => {
    const { arrived, report, status } = await phone({ account: 'a', tickets: [ticketOf('a')] });
    expect(arrived).toEqual([['a-1', 'a']]);
    expect(report).toEqual({ kind: 'finished', waiting: 0, nextTryAtMs: null });
    expect(status).toEqual({ kind: 'idle', nextTryAtMs: null, lastProblem: null, isSignedOut: true });
  });

  it("each of two people's goes under its own name, whoever is signed in", async () => {
    const { arrived, status } = await phone({ session: 'b', account: 'b', tickets: [ticketOf('a'), ticketOf('b')] });
    expect(arrived).toEqual([
      ['b-1', 'b'],
      ['a-1', 'a'],
    ]);
    expect(status).toEqual({ kind: 'idle', nextTryAtMs: null, lastProblem: null });
  });

  it("also where the browser's session is of another person than the phone says", async () => {
    const { arrived } = await phone({ session: 'b', account: 'a', tickets: [ticketOf('a')] });
    expect(arrived).toEqual([['a-1', 'a']]);
  });

  it('what waits goes out after everybody has signed out', async () => {
    const { arrived } = await phone({ tickets: [ticketOf('a'), ticketOf('b')] });
    expect(arrived).toEqual([
      ['a-1', 'a'],
      ['b-1', 'b'],
    ]);
  });

  it('what of others waits is tried again, also where who has signed out comes after them', async () => {
    const tickets = [ticketOf('b'), ticketOf('a')];
    const { arrived, report } = await phone({ account: 'a', tickets, othersDueMs: 5000 });
    expect(arrived).toEqual([['a-1', 'a']]);
    expect(report).toMatchObject({ kind: 'finished', waiting: 1, nextTryAtMs: expect.any(Number) });
  });

  it('that the office does not know any more, signing in is asked for, and nothing is lost or tried for ever', async () => {
    const { arrived, report, status } = await phone({ account: 'a', tickets: [ticketOf('a')], ended: ['a'] });
    expect(arrived).toEqual([]);
    expect(report).toMatchObject({ kind: 'sign-in-needed' });
    expect(status).toEqual({ kind: 'sign-in-needed' });
  });

  it('of somebody else that has ended, who is signed in is not asked for anything', async () => {
    const { arrived, status } = await phone({ session: 'b', account: 'b', tickets: [ticketOf('a')], ended: ['a'] });
    expect(arrived).toEqual([['b-1', 'b']]);
    expect(status).toMatchObject({ kind: 'idle' });
  });

  it('nothing is tried while the network is silent', async () => {
    const { arrived, report } = await phone({ account: 'b', network: false, tickets: [ticketOf('a')] });
    expect(arrived).toEqual([]);
    expect(report).toMatchObject({ kind: 'finished', waiting: 1 });
  });
});

it('with neither session nor ticket everything is kept, and signing in is asked for', async () => {
  const { arrived, report } = await phone({ account: 'a' });
  expect(arrived).toEqual([]);
  expect(report).toMatchObject({ kind: 'sign-in-needed' });
});
