import assert from 'node:assert/strict';
import { wibDate } from '#domain/form/wib-date.ts';
import { shippedServices } from '#tests/fixtures/services/shipped-services.ts';
import { walksThrough } from '#tests/fixtures/services/walks.ts';
import { promise } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { hasWhole } from '../pages/office-truth.ts';
import { fillAndSend } from '../pages/whole-form.ts';

for (const definition of shippedServices) {
  promise(
    `${definition.name.id} (${definition.id}): filled in along every condition and to the edge of what it takes, mended where it was beyond, and sent: the office has what was typed`,
    async (stage) => {
      const phone = await stage.chromium();
      await settleIn(phone, stage.citizen);
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
      const arrived = await hasWhole(stage, walks.length);
      const inOrder = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one, sorted)).toSorted();
      assert.deepEqual(inOrder(arrived.map(({ data }) => data)), inOrder(walks.map(({ answers }) => answers)));
      assert.equal(
        arrived.reduce((sum, { documents }) => sum + documents.length, 0),
        papers,
      );
      stage.note(`${walks.length} ways, ${papers} papers, ${refused} answers mended`);
    },
  );
}

/** Objects with their keys in order: two answers are the same whatever came first. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
