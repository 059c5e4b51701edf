import { AssignmentWire, QueueCountsWire, QueuePage } from '#contract/queue-schemas.ts';
import type { ApiClient } from '../api-client.ts';
import type { Check } from '../check.ts';
import { decide, planDecision, readEtag, readQueue } from '../decisions.ts';
import { expectEqual, expectStatus, expectThat } from '../expect.ts';
import { read, readHeader } from '../read.ts';
import { deliverApplication } from '../uploads.ts';

async function search(client: ApiClient, content: object) {
  const headers = { 'content-type': 'application/json' };
  return client.send({ method: 'POST', path: '/v1/queue/searches', headers, body: JSON.stringify(content) });
}

async function assign(client: ApiClient, path: string, to: 'me' | null, etag: string | null) {
  return client.put(`${path}/assignment`, { to }, etag === null ? {} : { 'if-match': etag });
}

/** Ids of every page, two lines each. */
async function pagedIds(client: ApiClient, query: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after = ''; ; ) {
    const answer = await client.get(`/v1/queue?limit=2&${query}${after}`);
    expectStatus(answer, 200);
    const page = read(QueuePage, answer);
    ids.push(...page.items.map(({ id }) => id));
    if (page.next === null) return ids;
    after = `&after=${encodeURIComponent(page.next)}`;
  }
}

export const officerDeskChecks: readonly Check[] = [
  {
    id: 'queue-filters',
    level: 'officer',
    title: 'the queue takes several statuses and a service, and refuses what is none',
    async run({ citizenA, officer, target }) {
      const { application } = await deliverApplication(citizenA, target);
      const reviewed = await deliverApplication(citizenA, target);
      const etag = await readEtag(officer, reviewed.application.path);
      expectStatus(await decide(officer, planDecision(reviewed.application.path), etag), 201);
      const both = [application.id, reviewed.application.id];
      const has = async (query: string) => {
        const ids = await pagedIds(officer, query);
        return both.map((id) => ids.includes(id));
      };
      expectEqual(await has('status=submitted,under_review'), [true, true], 'submitted and under_review together');
      expectEqual(await has('status=under_review,done'), [false, true], 'under_review and done together');
      expectEqual(await has(`service=${encodeURIComponent(target.serviceId)}`), [true, true], 'of its own service');
      expectEqual(await has('service=no-such-service'), [false, false], 'of another service');
      expectStatus(await officer.get('/v1/queue?status=submitted,later'), 400);
      expectStatus(await officer.get('/v1/queue?sort=colour'), 400);
    },
  },
  {
    id: 'queue-pages',
    level: 'officer',
    title: 'pages of the queue have every application once, by receipt and by due day, with the longest waiting first',
    async run({ citizenA, officer, target }) {
      for (const _ of [1, 2, 3]) await deliverApplication(citizenA, target);
      const whole = await readQueue(officer);
      for (const sort of ['received', 'due']) {
        const ids = await pagedIds(officer, `sort=${sort}`);
        expectEqual(new Set(ids).size, ids.length, `the number of different ids, by ${sort}`);
        expectEqual(ids.toSorted(), whole.map(({ id }) => id).toSorted(), `the ids of all pages, by ${sort}`);
      }
      const times = whole.map(({ receivedAt }) => Date.parse(receivedAt));
      expectEqual(
        times,
        times.toSorted((a, b) => a - b),
        'the times of receipt, in the order of the queue',
      );
    },
  },
  {
    id: 'queue-search',
    level: 'officer',
    title: 'a registration number is found by a search whose words stand in no address; citizens search nothing',
    async run({ citizenA, officer, target }) {
      const { application, view } = await deliverApplication(citizenA, target);
      const found = await search(officer, { q: view.registrationNumber });
      expectStatus(found, 200);
      expectEqual(
        read(QueuePage, found).items.map(({ id }) => id),
        [application.id],
        'what was found',
      );
      const nothing = await search(officer, { q: 'Xyzzyplugh' });
      expectStatus(nothing, 200);
      expectEqual(read(QueuePage, nothing).items, [], 'what is found for a name that nobody has');
      expectStatus(await search(officer, { q: '' }), 422);
      expectStatus(await search(citizenA, { q: view.registrationNumber }), 403, 404);
    },
  },
  {
    id: 'queue-counts',
    level: 'officer',
    title: 'the counts are of what the queue shows',
    async run({ citizenA, officer, target }) {
      const { application } = await deliverApplication(citizenA, target);
      const etag = await readEtag(officer, application.path);
      expectStatus(await decide(officer, planDecision(application.path), etag), 201);
      const answer = await officer.get('/v1/queue/counts');
      expectStatus(answer, 200);
      const { byStatus } = read(QueueCountsWire, answer);
      const shown = await readQueue(officer);
      const counted = Object.entries(byStatus).filter(([, number]) => number > 0);
      const wanted = new Map<string, number>();
      for (const { status } of shown) wanted.set(status, (wanted.get(status) ?? 0) + 1);
      expectEqual(Object.fromEntries(counted), Object.fromEntries(wanted), `${answer.exchange}: byStatus`);
      expectStatus(await citizenA.get('/v1/queue/counts'), 403, 404);
    },
  },
  {
    id: 'assignment-seen',
    level: 'officer',
    title:
      'an officer takes an application as they saw it, and gives it back; officers see who has it, citizens do not',
    async run({ citizenA, officer, target }) {
      const { application } = await deliverApplication(citizenA, target);
      const { path } = application;
      const etag = await readEtag(officer, path);
      expectStatus(await assign(officer, path, 'me', null), 428);
      expectStatus(await assign(officer, path, 'me', '"other"'), 412);
      expectStatus(await assign(citizenA, path, 'me', etag), 403, 404);
      const taken = await assign(officer, path, 'me', etag);
      expectStatus(taken, 200);
      expectThat(read(AssignmentWire, taken).assignee !== undefined, `${taken.exchange}: nobody has it`);
      const now = readHeader(taken, 'etag');
      expectThat(now !== etag, `${taken.exchange}: the ETag did not change`);
      expectStatus(await assign(officer, path, 'me', etag), 200);
      const isTold = async (client: ApiClient) =>
        'assignee' in read(AssignmentWire.loose(), await client.get(path)) ? 'told' : 'not told';
      expectEqual([await isTold(officer), await isTold(citizenA)], ['told', 'not told'], 'officer and citizen');
      const back = await assign(officer, path, null, now);
      expectStatus(back, 200);
      expectThat(read(AssignmentWire, back).assignee === undefined, `${back.exchange}: somebody still has it`);
      expectEqual(await isTold(officer), 'not told', 'the officer, once it was given back');
    },
  },
];
