/** Everything that the person and the app itself can do to an application, done on a real store in every state. */
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import { outboxRow } from '#storage/rows.ts';
import { pullChanges } from '#sync/pull-changes.ts';
import type { Office, Outcome } from '#sync/ports.ts';
import { aDraft } from '#tests/fixtures/draft.ts';
import { openTestVault, type TestVault } from '#tests/fixtures/open-test-vault.ts';
import { anEntry, aReceipt } from '#tests/fixtures/outbox-entry.ts';
import { bytesOf, fingerprint } from '#tests/fixtures/payload.ts';
import type { Edge, Place } from './edge.ts';

const dayMs = 24 * 60 * 60 * 1000;
const id = 'draft-1';
const envelope = bytesOf('{"data":{}}');

interface Phone extends TestVault {
  readonly entry: OutboxEntry;
  daysGoBy(count: number): Promise<void>;
}

interface Act {
  readonly words: string;
  readonly act: (phone: Phone) => Promise<unknown>;
}

const silence = (): Promise<Outcome<never>> =>
  Promise.resolve({ kind: 'unreachable', reason: 'network', status: null });
const forgetful: Office = {
  whoAmI: silence,
  putApplication: silence,
  putChange: silence,
  putDocument: silence,
  readOffset: silence,
  appendPiece: silence,
  readChanges: () => Promise.resolve({ kind: 'ok', value: { changes: [], nextCursor: 'next', more: false } }),
  readApplication: () => Promise.resolve({ kind: 'refused', status: 404, detail: null, fieldProblems: [] }),
};

const acts: readonly Act[] = [
  { words: 'first answer', act: ({ vault }) => vault.drafts.addDraft(aDraft()) },
  {
    words: 'Kirim (entry, envelope and files in one strict transaction, read back)',
    act: ({ vault, entry }) => vault.shelf.submit(entry, envelope, { ...aDraft(), documentIds: [] }),
  },
  { words: 'taken in from another phone', act: ({ vault, entry }) => vault.shelf.takeIn(entry, envelope, []) },
  { words: 'put aside by the person', act: ({ vault }) => vault.shelf.choose(id, 'pause', 1) },
  { words: 'sent now, over any connection', act: ({ vault }) => vault.shelf.choose(id, 'now', 1) },
  { words: 'the person says "again"', act: ({ vault }) => vault.shelf.requeue(id, 1) },
  { words: 'opened again by the person', act: ({ vault }) => vault.shelf.reopenAsDraft(id, aDraft()) },
  {
    words: 'the office has forgotten it, the bytes are still here',
    act: ({ vault }) =>
      pullChanges(
        { store: vault.outboxStore, office: forgetful, clock: { nowMs: () => 1, sleep: () => Promise.resolve() } },
        'account-a',
        1,
        new AbortController().signal,
      ),
  },
  {
    words: 'its bytes go seven days later, unless it may still be repaired; the receipt stays',
    act: (phone) => phone.daysGoBy(16),
  },
];

const receipt = aReceipt({ applicationId: id });
const waiting = { state: 'waiting', attempts: 0, nextTryAtMs: 9, lastProblem: null, receipt: null } as const;
const problem = { kind: 'content-conflict' } as const;

/** What can be told apart, with the words for what an arrow from there alone needs. */
const starts: readonly {
  readonly place: Place;
  readonly only: string;
  readonly change: Partial<OutboxEntry> | null;
}[] = [
  { place: 'nowhere', only: '', change: null },
  { place: 'draft', only: '', change: null },
  { place: 'waiting', only: ', while no request with it has ever begun', change: { delivery: waiting, untried: true } },
  { place: 'waiting', only: '', change: { delivery: waiting } },
  {
    place: 'needs-person',
    only: '',
    change: { delivery: { state: 'needs-person', problem, sinceMs: 0, receipt: null } },
  },
  { place: 'delivered', only: '', change: { delivery: { state: 'delivered', receipt, deliveredAtMs: 0 } } },
];

export async function phoneEdges(): Promise<readonly Edge[]> {
  const edges: Edge[] = [];
  for (const { words, act } of acts) {
    for (const { place, only, change } of starts) {
      const phone = await openPhone(place, change);
      const before = await contentOf(phone);
      await act(phone);
      const to = await placeOf(phone);
      const isChanged = to !== place || before !== (await contentOf(phone));
      phone.end();
      const isKnown = edges.some((edge) => edge.from === place && edge.to === to && edge.words === words);
      if (isChanged && !isKnown) edges.push({ from: place, to, group: words, words: words + only });
    }
  }
  return withoutRestrictionsOf(edges);
}

/** What an act does from every start of a state needs no words on which of them. */
function withoutRestrictionsOf(edges: readonly Edge[]): readonly Edge[] {
  return edges.flatMap((edge) => {
    const isAlsoPlain = edges.some(
      (other) => other.from === edge.from && other.to === edge.to && other.words === edge.group,
    );
    return isAlsoPlain && edge.words !== edge.group ? [] : [edge];
  });
}

async function openPhone(place: Place, change: Partial<OutboxEntry> | null): Promise<Phone> {
  let nowMs = 100 * dayMs;
  const phone = await openTestVault({ nowMs: () => nowMs });
  await phone.vault.account.signIn({ accountId: 'account-a', name: 'KANARI' });
  const { deviceId, nextSequence } = await phone.vault.shelf.readDevice();
  const description = { mediaType: 'application/json', ...(await fingerprint(envelope)) };
  const sequence = nextSequence;
  const entry = anEntry({ applicationId: id, deviceId, sequence, envelope: description, ...change });
  if (place === 'draft') await phone.vault.drafts.addDraft(aDraft());
  if (change !== null) {
    await phone.rows.outbox.put(outboxRow(entry));
    await phone.rows.payloads.put({ id, bytes: envelope });
  }
  return {
    ...phone,
    entry,
    async daysGoBy(count) {
      for (let day = 0; day < count; day += 1) {
        nowMs += dayMs;
        await phone.vault.keepHouse();
      }
    },
  };
}

async function placeOf({ rows }: Phone): Promise<Place> {
  const row = await rows.outbox.get(id);
  if (row !== undefined) return row.entry.delivery.state;
  return (await rows.drafts.get(id)) === undefined ? 'nowhere' : 'draft';
}

async function contentOf({ rows }: Phone): Promise<string> {
  const held = await rows.payloads.where('id').equals(id).count();
  return JSON.stringify([(await rows.outbox.get(id))?.entry ?? null, held]);
}
