import { ReceiptWire } from '#contract/schemas.ts';
import { readApplication, submit } from '../applications.ts';
import { awaitChanges, markFeed } from '../changes.ts';
import type { Check, CheckContext } from '../check.ts';
import { decide, planDecision, readEtag } from '../decisions.ts';
import { expectEqual, expectStatus, expectThat, fail } from '../expect.ts';
import { read, readHeader } from '../read.ts';
import { deliverApplication } from '../uploads.ts';

export const officerDecisionChecks: readonly Check[] = [
  {
    id: 'decision-reaches-citizen',
    level: 'officer',
    title: 'a decision answers 201, raises version and ETag, and comes to the citizen through the feed',
    async run({ citizenA, officer, target }) {
      const { application, view } = await deliverApplication(citizenA, target);
      const mark = await markFeed(citizenA);
      const etag = await readEtag(officer, application.path);
      const answer = await decide(officer, planDecision(application.path), etag);
      expectStatus(answer, 201);
      const receipt = read(ReceiptWire, answer);
      expectEqual(receipt.status, 'under_review', `${answer.exchange}: status`);
      expectThat(receipt.version > view.version, `${answer.exchange}: version ${receipt.version} is not raised`);
      expectThat(readHeader(answer, 'etag') !== etag, `${answer.exchange}: the ETag did not change`);
      const replayed = await submit(citizenA, application);
      expectStatus(replayed, 200);
      expectEqual(read(ReceiptWire, replayed).status, 'under_review', `${replayed.exchange}: status`);
      const seen = await readApplication(citizenA, application.path);
      expectEqual([seen.view.status, seen.view.version], ['under_review', receipt.version], 'what the citizen reads');
      const isIt = (item: { applicationId: string; version: number }) =>
        item.applicationId === application.id && item.version === receipt.version;
      const { items } = await awaitChanges(citizenA, mark, (all) => all.some(isIt));
      expectEqual(items.find(isIt)?.status, 'under_review', "the change in the citizen's feed");
    },
  },
  {
    id: 'decision-replay',
    level: 'officer',
    title: 'the same decision again answers 200 though its If-Match is old by now; it is taken once',
    async run({ citizenA, officer, target }) {
      const { application } = await deliverApplication(citizenA, target);
      const decision = planDecision(application.path);
      const etag = await readEtag(officer, application.path);
      const first = await decide(officer, decision, etag);
      expectStatus(first, 201);
      const again = await decide(officer, decision, etag);
      expectStatus(again, 200);
      const { version } = read(ReceiptWire, first);
      expectEqual(read(ReceiptWire, again).version, version, `${again.exchange}: version`);
      const other = { path: decision.path, content: { action: 'reject', reason: 'KANARI' } as const };
      expectStatus(await decide(officer, other, readHeader(again, 'etag')), 409);
      expectEqual((await readApplication(citizenA, application.path)).view.version, version, 'the version in the end');
    },
  },
  {
    id: 'decision-needs-match',
    level: 'officer',
    title: 'a decision without If-Match answers 428, with an old one 412, and changes nothing',
    async run({ citizenA, officer, target }) {
      const { application } = await deliverApplication(citizenA, target);
      const old = await readEtag(officer, application.path);
      expectStatus(await decide(officer, planDecision(application.path), null), 428);
      expectStatus(await decide(officer, planDecision(application.path), old), 201);
      expectStatus(await decide(officer, planDecision(application.path, { action: 'process' }), old), 412);
      const { answer, view } = await readApplication(citizenA, application.path);
      expectEqual(view.status, 'under_review', `${answer.exchange}: status after refused decisions`);
    },
  },
  {
    id: 'decision-race',
    level: 'officer',
    title: 'two officers who decide on the same version: one is heard, the other reads again',
    async run(context) {
      for (const _ of Array.from({ length: 3 })) await decideAtOnce(context);
    },
  },
  {
    id: 'decision-out-of-turn',
    level: 'officer',
    title: 'a step that the status does not allow answers 409 and changes nothing',
    async run({ citizenA, officer, target }) {
      const { application, view } = await deliverApplication(citizenA, target);
      const etag = await readEtag(officer, application.path);
      expectStatus(await decide(officer, planDecision(application.path, { action: 'complete' }), etag), 409);
      const after = await readApplication(citizenA, application.path);
      expectEqual(
        [after.view.status, after.view.version],
        ['submitted', view.version],
        'status and version afterwards',
      );
    },
  },
  {
    id: 'return-with-reason',
    level: 'officer',
    title: 'a return needs words, and the citizen reads them',
    async run({ citizenA, officer, target }) {
      const { application } = await deliverApplication(citizenA, target);
      expectStatus(
        await decide(officer, planDecision(application.path), await readEtag(officer, application.path)),
        201,
      );
      const etag = await readEtag(officer, application.path);
      expectStatus(await decide(officer, planDecision(application.path, { action: 'return' }), etag), 422);
      const reason = 'Foto KTP tidak terbaca, mohon diulang.';
      expectStatus(await decide(officer, planDecision(application.path, { action: 'return', reason }), etag), 201);
      const { answer, view } = await readApplication(citizenA, application.path);
      expectEqual([view.status, view.reason], ['returned', reason], `${answer.exchange}: status and reason`);
    },
  },
];

async function decideAtOnce({ citizenA, officer, target }: CheckContext): Promise<void> {
  const { application } = await deliverApplication(citizenA, target);
  const etag = await readEtag(officer, application.path);
  const decisions = Array.from({ length: 4 }, () => planDecision(application.path));
  const answers = await Promise.all(decisions.map(async (decision) => decide(officer, decision, etag)));
  const taken = answers.find(({ status }) => status === 201);
  const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
  expectEqual(statuses, [201, 412, 412, 412], `the answers to four decisions at once on ${application.path}`);
  const after = await readApplication(citizenA, application.path);
  const { version } = read(ReceiptWire, taken ?? fail(`nobody was heard on ${application.path}`));
  expectEqual(after.view.version, version, `${after.answer.exchange}: version after one decision`);
}
