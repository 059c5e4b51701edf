import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { visitEveryScreen } from '../pages/every-screen.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  promise(
    `axe finds nothing on any screen (${colorScheme})`,
    async (stage) => {
      const phone = await stage.chromium({ context: { colorScheme, reducedMotion: 'reduce' } });
      const hand = { name: 'KANARI aksesibel', paperName: 'bukti.jpg' };
      const count = await visitEveryScreen(stage, phone, hand, (where) => expectNothingFound(phone, where));
      stage.note(`${count} screens`);
    },
    { limitMs: 360_000 },
  );
}

async function expectNothingFound(phone: ChromiumPhone, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: phone.page }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${where}: ${id}\n  ${html.slice(0, 200)}\n  ${failureSummary}`),
  );
  assert.deepEqual(found, []);
}
