import type { Answer, ApiClient } from '../api-client.ts';
import { createApplication, type PlannedApplication, planApplication, submit, waitForStatus } from '../applications.ts';
import { awaitChanges, markFeed } from '../changes.ts';
import type { Check } from '../check.ts';
import { expectEqual, expectStatus, fail } from '../expect.ts';
import { targetWithMostPapers } from '../target.ts';
import { announce, patch } from '../uploads.ts';

const rounds = Array.from({ length: 4 });

export const completeRaceChecks: readonly Check[] = [
  {
    id: 'complete-race-papers',
    level: 'uploads',
    title: 'papers that end in the same moment complete the application, and complete it once',
    async run({ citizenA, definitions }) {
      for (const _ of rounds) {
        const mark = await markFeed(citizenA);
        const { application } = await createApplication(citizenA, targetWithMostPapers(definitions));
        const sendLastBytes = await sendAllButLastBytes(citizenA, application);
        const answers = await Promise.all(sendLastBytes.map(async (send) => send()));
        for (const answer of answers) expectStatus(answer, 204);
        await expectCompleteOnce(citizenA, application, mark);
      }
    },
  },
  {
    id: 'complete-race-application',
    level: 'uploads',
    title: 'an application that arrives in the same moment as its last paper is not left behind as incomplete',
    async run({ citizenA, definitions }) {
      for (const _ of rounds) {
        const mark = await markFeed(citizenA);
        const application = planApplication(targetWithMostPapers(definitions));
        const sendLastBytes = await sendAllButLastBytes(citizenA, application);
        const [created, ...answers] = await Promise.all([
          submit(citizenA, application),
          ...sendLastBytes.map(async (send) => send()),
        ]);
        expectStatus(created, 201);
        for (const answer of answers) expectStatus(answer, 204);
        await expectCompleteOnce(citizenA, application, mark);
      }
    },
  },
];

async function expectCompleteOnce(client: ApiClient, { id, path }: PlannedApplication, mark: string): Promise<void> {
  const complete = await waitForStatus(client, path, 'submitted');
  if (complete === undefined) return fail(`${path} has all its papers, but is not "submitted"`);
  const isIt = (item: { applicationId: string; status: string }) =>
    item.applicationId === id && item.status === 'submitted';
  const { items } = await awaitChanges(client, mark, (all) => all.some(isIt));
  expectEqual(items.filter(isIt).length, 1, `the count of changes to "submitted" of ${path}`);
}

/** @returns one step for each paper: its last byte */
async function sendAllButLastBytes(
  client: ApiClient,
  application: PlannedApplication,
): Promise<readonly (() => Promise<Answer>)[]> {
  const steps: (() => Promise<Answer>)[] = [];
  for (const document of application.documents) {
    const { uploadUrl } = await announce(client, application.id, document);
    const end = document.bytes.length - 1;
    expectStatus(await patch(client, uploadUrl, 0, document.bytes.slice(0, end)), 204);
    steps.push(async () => patch(client, uploadUrl, end, document.bytes.slice(end)));
  }
  return steps;
}
