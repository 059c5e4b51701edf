import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { ChromiumPhone } from '../harness/chromium.ts';

/** Rejects with what axe finds on the screen as it is. */
export async function expectNothingFound(phone: ChromiumPhone, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: phone.page }).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${where}: ${id}\n  ${html.slice(0, 200)}\n  ${failureSummary}`),
  );
  assert.deepEqual(found, []);
}
