import { DocumentTicket, Problem, ReceiptWire } from '#contract/schemas.ts';
import { type PlannedApplication, planApplication, readApplication, waitForStatus } from '../applications.ts';
import type { Check, CheckContext } from '../check.ts';
import { expectEqual, expectStatus, expectThat, fail } from '../expect.ts';
import { read } from '../read.ts';
import { sealPlanned, strangersKey, type SealedPlan } from '../sealing.ts';
import { patch } from '../uploads.ts';

export const sealingChecks: readonly Check[] = [
  {
    id: 'sealed-word-for-word',
    level: 'sealing',
    title: 'a sealed application is taken, gives the same receipt again, and is read word for word',
    async run(context) {
      const { application, sealed } = await planSealed(context);
      const answer = await context.citizenA.put(application.path, sealed.body);
      expectStatus(answer, 201);
      const again = await context.citizenA.put(application.path, sealed.body);
      expectStatus(again, 200);
      expectEqual(
        read(ReceiptWire, again).registrationNumber,
        read(ReceiptWire, answer).registrationNumber,
        `${again.exchange}: registrationNumber`,
      );
      const { view, answer: seen } = await readApplication(context.citizenA, application.path);
      expectEqual(view.data, application.body.data, `${seen.exchange}: data`);
    },
  },
  {
    id: 'sealed-papers',
    level: 'sealing',
    title: 'sealed papers make the application complete, and are given out as they were before they were sealed',
    async run(context) {
      const { application, sealed } = await planSealed(context);
      expectStatus(await context.citizenA.put(application.path, sealed.body), 201);
      await sendSealed(context, application, sealed);
      const delivered = await waitForStatus(context.citizenA, application.path, 'submitted');
      if (delivered === undefined) return fail(`all papers of ${application.path} are sent, but it is not "submitted"`);
      for (const { id, bytes } of application.documents) {
        const content = await context.citizenA.get(`/v1/documents/${id}/content`);
        expectStatus(content, 200);
        expectThat(Buffer.from(content.bytes).equals(bytes), `${content.exchange}: other bytes than were sealed`);
      }
    },
  },
  {
    id: 'sealed-answers-judged',
    level: 'sealing',
    title: 'wrong answers are refused also inside a seal, with pointers into what was sealed',
    async run(context) {
      const { application } = await planSealed(context);
      const wrong = {
        ...application,
        body: { ...application.body, data: { ...application.body.data, tak_ditanya: 'x' } },
      };
      const sealed = await sealPlanned(wrong, context.sealing?.keys ?? []);
      const answer = await context.citizenA.put(application.path, sealed.body);
      expectStatus(answer, 422);
      const pointers = read(Problem, answer).errors?.map(({ pointer }) => pointer) ?? [];
      expectThat(pointers.includes('/tak_ditanya'), `${answer.exchange}: points at ${JSON.stringify(pointers)}`);
      expectStatus(await context.citizenA.get(application.path), 404);
    },
  },
  {
    id: 'sealed-outside-as-inside',
    level: 'sealing',
    title:
      'what stands outside has to be what was sealed, for this application, and nothing is left behind when it is not',
    async run(context) {
      const { application, sealed } = await planSealed(context);
      const other = planApplication(context.target);
      const flipped = sealed.form.replace(/.(?=.{20}$)/, (letter) => (letter === 'A' ? 'B' : 'A'));
      const tries = [
        [application, { ...sealed.body, capturedAt: '2026-01-01T00:00:00Z' }],
        [application, { ...sealed.body, sealed: { ...sealed.body.sealed, form: flipped } }],
        [other, sealed.body],
      ] as const;
      for (const [to, body] of tries) {
        expectStatus(await context.citizenA.put(to.path, body), 422);
        expectStatus(await context.citizenA.get(to.path), 404);
      }
    },
  },
  {
    id: 'sealed-unknown-key',
    level: 'sealing',
    title: 'what was sealed to a key that the office does not have is refused by that name',
    async run(context) {
      const application = planApplication(context.target);
      const sealed = await sealPlanned(application, [await strangersKey()]);
      const answer = await context.citizenA.put(application.path, sealed.body);
      expectStatus(answer, 422);
      const { type } = read(Problem, answer);
      expectThat(/[:/]unknown-sealing-key$/.test(type), `${answer.exchange}: type is ${type}`);
    },
  },
];

async function planSealed({ target, sealing }: CheckContext) {
  const application = planApplication(target);
  return { application, sealed: await sealPlanned(application, sealing?.keys ?? []) };
}

async function sendSealed({ citizenA }: CheckContext, application: PlannedApplication, sealed: SealedPlan) {
  for (const { id, slot, mediaType } of application.documents) {
    const paper = sealed.papers.find((one) => one.id === id) ?? fail(`no sealed paper ${id}`);
    const path = `/v1/documents/${id}`;
    const announced = await citizenA.put(path, {
      applicationId: application.id,
      slot,
      mediaType,
      size: paper.bytes.length,
      sha256: paper.sha256,
      sealed: true,
    });
    expectStatus(announced, 200, 201);
    const { uploadUrl } = read(DocumentTicket, announced);
    const address = new URL(uploadUrl ?? fail(`${announced.exchange}: no uploadUrl`), citizenA.addressOf(path)).href;
    expectStatus(await patch(citizenA, address, 0, paper.bytes), 204);
  }
}
