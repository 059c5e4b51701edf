import assert from 'node:assert/strict';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { wibDate } from '#domain/form/wib-date.ts';
import { shippedServices } from '#tests/fixtures/services/shipped-services.ts';
import { walksThrough } from '#tests/fixtures/services/walks.ts';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import type { Stage } from '../harness/stage.ts';
import { settleIn } from '../pages/account.ts';
import { hasWhole } from '../pages/office-truth.ts';
import { fillAndSend } from '../pages/whole-form.ts';

/** On one phone, one after the other: signing in and installing cost more than a short form. */
const together = 3;

for (let first = 0; first < shippedServices.length; first += together) {
  const services = shippedServices.slice(first, first + together);
  promise(
    `${services.map(({ name, id }) => `${name.id} (${id})`).join(', ')}: filled in along every condition and to the edge of what it takes, mended where it was beyond, and sent: the office has what was typed`,
    async (stage) => {
      const phone = await stage.chromiumWithShell();
      await settleIn(phone, stage.citizen);
      let sent = 0;
      for (const definition of services) sent += await walkEveryWay(phone, stage, definition, sent);
    },
    { usualMs: 36_000 },
  );
}

/** Resolves with the number of applications that it has sent. */
async function walkEveryWay(
  phone: ChromiumPhone,
  stage: Stage,
  definition: ServiceDefinition,
  before: number,
): Promise<number> {
  const today = wibDate(Date.now());
  const walks = walksThrough(definition, today);
  let papers = 0;
  let refused = 0;
  for (const [index, walk] of walks.entries()) {
    const walked = await fillAndSend(phone, stage, definition, walk, today, { stumbles: index === 0 });
    papers += walked.papers;
    refused += walked.refused;
  }
  assert.ok(refused > 0);
  const all = await hasWhole(stage, before + walks.length);
  const arrived = all.filter(({ serviceId }) => serviceId === definition.id);
  const inOrder = (answers: readonly unknown[]) => answers.map((one) => JSON.stringify(one, sorted)).toSorted();
  assert.deepEqual(inOrder(arrived.map(({ data }) => data)), inOrder(walks.map(({ answers }) => answers)));
  assert.equal(
    arrived.reduce((sum, { documents }) => sum + documents.length, 0),
    papers,
  );
  stage.note(`${definition.id}: ${walks.length} ways, ${papers} papers, ${refused} answers mended`);
  return walks.length;
}

/** Objects with their keys in order: two answers are the same whatever came first. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
