import type { ApiClient } from '../api-client.ts';
import { createApplication } from '../applications.ts';
import { awaitChanges, type ChangeItem, markFeed, readChangePage, readChanges } from '../changes.ts';
import type { Check, CheckContext } from '../check.ts';
import { brief, expectEqual, expectStatus, expectThat } from '../expect.ts';

export const changeChecks: readonly Check[] = [
  {
    id: 'changes-paging',
    level: 'core',
    title: 'small pages give every change once, in order, and say truly whether there is more',
    async run({ citizenA, target }) {
      const mark = await markFeed(citizenA);
      const ids = await createSome(citizenA, target, 5);
      await awaitChanges(citizenA, mark, (items) => items.length >= ids.length);
      const seen: string[] = [];
      let cursor = mark;
      for (let more = true, pages = 0; more && pages < 10; pages += 1) {
        const page = await readChangePage(citizenA, cursor, 2);
        expectThat(page.items.length <= 2, `GET /v1/changes?limit=2 answers ${page.items.length} items`);
        seen.push(...idsOf(page.items));
        ({ more, next: cursor } = page);
      }
      expectEqual(seen, ids, 'the sequence of applications in pages of two');
      for (const when of ['the first time', 'again']) {
        const { items, more } = await readChangePage(citizenA, cursor, 2);
        expectEqual([items, more], [[], false], `what is read after the end ${when}`);
      }
    },
  },
  {
    id: 'changes-resume',
    level: 'core',
    title: 'a cursor stays good: what happens after it, and only that, comes next',
    async run({ citizenA, target }) {
      const mark = await markFeed(citizenA);
      const ids = await createSome(citizenA, target, 2);
      const all = await awaitChanges(citizenA, mark, (items) => items.length >= ids.length);
      expectEqual(idsOf(all.items), ids, 'what is read after the mark');
      const first = await readChangePage(citizenA, mark, 1);
      expectEqual(idsOf(first.items), ids.slice(0, 1), 'the first change after the mark');
      expectEqual(
        idsOf((await readChanges(citizenA, first.next)).items),
        ids.slice(1),
        'what follows the first change',
      );
      const more = await createSome(citizenA, target, 1);
      const later = await awaitChanges(citizenA, all.next, (items) => items.length >= more.length);
      expectEqual(idsOf(later.items), more, 'what happened after the end was reached');
    },
  },
  {
    id: 'changes-no-gap',
    level: 'core',
    title: 'a phone that reads while many write misses nothing',
    run: readWhileManyWrite,
  },
  {
    id: 'changes-unknown-cursor',
    level: 'core',
    title: 'a cursor that the backend does not know answers 410, so that the phone reads all anew',
    async run({ citizenA }) {
      expectStatus(await citizenA.get('/v1/changes?after=kursor-yang-tidak-ada'), 410);
    },
  },
  {
    id: 'changes-odd-limit',
    level: 'core',
    title: 'an impossible page size is refused or set right, never a server error or an endless page',
    async run({ citizenA, target }) {
      await createSome(citizenA, target, 1);
      for (const limit of ['0', '-1', 'banyak', '1000000000']) {
        const answer = await citizenA.get(`/v1/changes?limit=${limit}`);
        expectStatus(answer, 200, 400, 422);
      }
    },
  },
];

async function createSome(client: ApiClient, target: CheckContext['target'], count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) ids.push((await createApplication(client, target)).application.id);
  return ids;
}

/**
 * Changes that are numbered in one order and become visible in another are missed by who reads in between. So many
 * write for one citizen, and several phones of that citizen read all the time: each is a chance to see it happen.
 */
async function readWhileManyWrite({ citizenA, target }: CheckContext): Promise<void> {
  const writing = new AbortController();
  const mark = await markFeed(citizenA);
  const phones = Array.from({ length: 4 }, async () => follow(citizenA, mark, writing.signal));
  const writers = Array.from({ length: 12 }, async () => createSome(citizenA, target, 14));
  // Together: whichever of them fails first is what the check says.
  const [written, read] = await Promise.all([
    Promise.all(writers).finally(() => writing.abort()),
    Promise.all(phones).finally(() => writing.abort()),
  ]);
  const ids = written.flat();
  for (const { items, cursor } of read) {
    const missingIn = (all: readonly ChangeItem[]): readonly string[] => {
      const seen = new Set(idsOf(all));
      return ids.filter((id) => !seen.has(id));
    };
    const rest = await awaitChanges(citizenA, cursor, (late) => missingIn([...items, ...late]).length === 0);
    const missed = missingIn([...items, ...rest.items]);
    expectThat(missed.length === 0, `a phone missed ${missed.length} of ${ids.length} changes: ${brief(missed)}`);
  }
}

/** Reads on from where the last page ended, until writing is over. */
async function follow(client: ApiClient, from: string, over: AbortSignal) {
  const items: ChangeItem[] = [];
  let cursor = from;
  while (!over.aborted) {
    const page = await readChangePage(client, cursor, 50);
    items.push(...page.items);
    cursor = page.next;
  }
  return { items, cursor };
}

function idsOf(items: readonly ChangeItem[]): readonly string[] {
  return items.map(({ applicationId }) => applicationId);
}
