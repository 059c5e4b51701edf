import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { ChromiumPhone } from '../harness/chromium.ts';

/** What axe finds on the screen as it is. With `rules`, only those are tried. */
export async function axeFaults(
  phone: ChromiumPhone,
  where: string,
  rules: readonly string[] = [],
): Promise<readonly string[]> {
  // The app is one page without frames: no other page is opened to gather what was found.
  const builder = new AxeBuilder({ page: phone.page }).setLegacyMode(true);
  const { violations } = await (rules.length === 0 ? builder : builder.withRules([...rules])).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${where}: ${id}\n  ${html.slice(0, 200)}\n  ${failureSummary}`),
  );
}

export async function expectNothingFound(phone: ChromiumPhone, where: string): Promise<void> {
  assert.deepEqual(await axeFaults(phone, where), []);
}
