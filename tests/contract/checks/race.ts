import { ReceiptWire } from '#contract/schemas.ts';
import type { Answer } from '../api-client.ts';
import { planApplication, submit } from '../applications.ts';
import { awaitChanges, type ChangeItem, markFeed } from '../changes.ts';
import type { Check } from '../check.ts';
import { expectEqual, expectStatus } from '../expect.ts';
import { read } from '../read.ts';

const rounds = Array.from({ length: 5 });
const senders = Array.from({ length: 8 });

export const raceChecks: readonly Check[] = [
  {
    id: 'race-one-201',
    level: 'core',
    title: 'eight deliveries of one application at once make exactly one: one 201, seven 200, one number, one change',
    async run({ citizenA, target }) {
      const mark = await markFeed(citizenA);
      for (const _ of rounds) {
        const application = planApplication(target);
        const answers = await Promise.all(senders.map(async () => submit(citizenA, application)));
        for (const answer of answers) expectStatus(answer, 200, 201);
        expectEqual(countOf(answers, 201), 1, `the count of 201 for ${application.path}`);
        const numbers = new Set(answers.map((answer) => read(ReceiptWire, answer).registrationNumber));
        expectEqual(numbers.size, 1, `the count of registration numbers of ${application.path}`);
        const isOwn = (item: ChangeItem) => item.applicationId === application.id;
        const { items } = await awaitChanges(citizenA, mark, (read) => read.some(isOwn));
        const changes = items.filter(isOwn);
        expectEqual(changes.length, 1, `the count of changes in the feed of ${application.path}`);
      }
    },
  },
  {
    id: 'race-other-content',
    level: 'core',
    title: 'two contents under one id at once: one is received, the other answers 409',
    async run({ citizenA, target }) {
      for (const _ of rounds) {
        const { path, body } = planApplication(target);
        const contents = senders.map((__, index) => (index % 2 === 0 ? body : { ...body, data: target.otherAnswers }));
        const answers = await Promise.all(contents.map(async (content) => citizenA.put(path, content)));
        expectEqual(countOf(answers, 201), 1, `the count of 201 for ${path}`);
        expectEqual(countOf(answers, 409), senders.length / 2, `the count of 409 for ${path}`);
      }
    },
  },
  {
    id: 'race-two-owners',
    level: 'core',
    title: 'two citizens with one id at once: one gets it, for the other it does not exist',
    async run({ citizenA, citizenB, target }) {
      for (const _ of rounds) {
        const application = planApplication(target);
        const answers = await Promise.all([submit(citizenA, application), submit(citizenB, application)]);
        expectEqual(countOf(answers, 201), 1, `the count of 201 for ${application.path}`);
        expectEqual(countOf(answers, 404), 1, `the count of 404 for ${application.path}`);
      }
    },
  },
];

function countOf(answers: readonly Answer[], status: number): number {
  return answers.filter((answer) => answer.status === status).length;
}
