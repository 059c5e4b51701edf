import type { ChromiumPhone } from '../harness/chromium.ts';
import { until } from '../harness/until.ts';

/** Where the keyboard and the screen reader are; `:not(body)` for anywhere on the page. */
export async function hasFocus(phone: ChromiumPhone, selector: string): Promise<void> {
  await until(`${selector} has the focus`, () =>
    phone.page.evaluate((one) => document.activeElement?.matches(one) === true, selector),
  );
}
