import { createApplication, readApplication, submit } from '../applications.ts';
import { awaitChanges, markFeed, readChangePage, readChanges } from '../changes.ts';
import type { Check } from '../check.ts';
import { expectEqual, expectStatus, expectThat } from '../expect.ts';

export const ownershipChecks: readonly Check[] = [
  {
    id: 'other-owner-404',
    level: 'core',
    title: "somebody else's application does not exist for me: GET and PUT answer 404 and change nothing (F84)",
    async run({ citizenA, citizenB, target }) {
      const { application } = await createApplication(citizenA, target);
      expectStatus(await citizenB.get(application.path), 404);
      expectStatus(await submit(citizenB, application), 404);
      expectStatus(await citizenB.put(application.path, { ...application.body, data: target.otherAnswers }), 404);
      const { answer, view } = await readApplication(citizenA, application.path);
      expectEqual(view.data, application.body.data, `${answer.exchange}: data after a stranger's PUT`);
    },
  },
  {
    id: 'changes-own-only',
    level: 'core',
    title: "the feed tells of a person's own applications only, also with somebody else's cursor",
    async run({ citizenA, citizenB, target }) {
      const markA = await markFeed(citizenA);
      const markB = await markFeed(citizenB);
      const { application } = await createApplication(citizenA, target);
      const own = await awaitChanges(citizenA, markA, (items) => items.some(isOf(application.id)));
      expectThat(own.items.some(isOf(application.id)), `A's own application ${application.id} is not in A's feed`);
      const other = await readChanges(citizenB, markB);
      expectThat(!other.items.some(isOf(application.id)), `A's application ${application.id} is in B's feed`);
      const withMarkOfA = await citizenB.get(`/v1/changes?${new URLSearchParams({ after: markA }).toString()}`);
      expectStatus(withMarkOfA, 200, 410);
      if (withMarkOfA.status === 410) return;
      const page = await readChangePage(citizenB, markA, 200);
      expectThat(!page.items.some(isOf(application.id)), "A's cursor shows A's applications to B");
    },
  },
];

function isOf(applicationId: string) {
  return (item: { applicationId: string }) => item.applicationId === applicationId;
}
