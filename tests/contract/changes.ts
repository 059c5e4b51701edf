import type { z } from 'zod';
import { ChangePageWire } from '#contract/schemas.ts';
import type { ApiClient } from './api-client.ts';
import { expectStatus, expectThat } from './expect.ts';
import { read } from './read.ts';
import { waitUntil } from './wait-until.ts';

export type ChangePage = z.infer<typeof ChangePageWire>;
export type ChangeItem = ChangePage['items'][number];

export async function readChangePage(client: ApiClient, after: string | null, limit: number): Promise<ChangePage> {
  const query = new URLSearchParams({ limit: String(limit), ...(after === null ? {} : { after }) });
  const answer = await client.get(`/v1/changes?${query.toString()}`);
  expectStatus(answer, 200);
  return read(ChangePageWire, answer);
}

/** Follows the feed until the backend says that there is no more. `after` null reads from the beginning. */
export async function readChanges(
  client: ApiClient,
  after: string | null,
): Promise<{ readonly items: readonly ChangeItem[]; readonly next: string }> {
  const items: ChangeItem[] = [];
  let cursor = after;
  for (;;) {
    const page = await readChangePage(client, cursor, 200);
    items.push(...page.items);
    if (!page.more) return { items, next: page.next };
    expectThat(page.next !== cursor, 'GET /v1/changes says "more" but hands out the same cursor again');
    cursor = page.next;
  }
}

/**
 * As `readChanges`, but waits for what must come. A backend may hold a change back while older transactions are
 * open (that is how it leaves no gap), so "later" is right where "never" is wrong.
 */
export async function awaitChanges(
  client: ApiClient,
  after: string | null,
  isEnough: (items: readonly ChangeItem[]) => boolean,
): Promise<{ readonly items: readonly ChangeItem[]; readonly next: string }> {
  const found = await waitUntil(async () => {
    const read = await readChanges(client, after);
    return isEnough(read.items) ? read : undefined;
  }, client.patienceMs);
  return found ?? readChanges(client, after);
}

/** Where the feed ends now: what is read after it is new. */
export async function markFeed(client: ApiClient): Promise<string> {
  return (await readChanges(client, null)).next;
}
