import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { QueuePage } from '#contract/queue-schemas.ts';
import type { DecisionRequest } from '#contract/schemas.ts';
import type { Answer, ApiClient } from './api-client.ts';
import { expectStatus, expectThat } from './expect.ts';
import { read, readHeader } from './read.ts';
import { waitUntil } from './wait-until.ts';

export interface Decision {
  readonly path: string;
  readonly content: z.infer<typeof DecisionRequest>;
}

export function planDecision(applicationPath: string, content: Decision['content'] = { action: 'review' }): Decision {
  return { path: `${applicationPath}/decisions/${uuidv7()}`, content };
}

/** `etag` null sends no If-Match. */
export async function decide(client: ApiClient, { path, content }: Decision, etag: string | null): Promise<Answer> {
  return client.put(path, content, etag === null ? {} : { 'if-match': etag });
}

/** The ETag as the officer sees it. */
export async function readEtag(client: ApiClient, applicationPath: string): Promise<string> {
  const answer = await client.get(applicationPath);
  expectStatus(answer, 200);
  return readHeader(answer, 'etag');
}

export type QueueItem = z.infer<typeof QueuePage>['items'][number];

/** Every page of the queue. */
export async function readQueue(client: ApiClient, status?: string): Promise<readonly QueueItem[]> {
  const items: QueueItem[] = [];
  const cursors = new Set<string>();
  let after: string | null = null;
  do {
    const query = new URLSearchParams({
      limit: '100',
      ...(status === undefined ? {} : { status }),
      ...(after === null ? {} : { after }),
    });
    const answer = await client.get(`/v1/queue?${query.toString()}`);
    expectStatus(answer, 200);
    const page: z.infer<typeof QueuePage> = read(QueuePage, answer);
    items.push(...page.items);
    after = page.next;
    expectThat(after === null || !cursors.has(after), 'GET /v1/queue hands out a cursor that it gave before');
    if (after !== null) cursors.add(after);
  } while (after !== null);
  return items;
}

/** @returns the queue's entry, or undefined when it does not come */
export async function awaitInQueue(client: ApiClient, applicationId: string): Promise<QueueItem | undefined> {
  return waitUntil(async () => (await readQueue(client)).find(({ id }) => id === applicationId), client.patienceMs);
}
