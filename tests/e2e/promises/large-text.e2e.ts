import assert from 'node:assert/strict';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { visitEveryScreen } from '../pages/every-screen.ts';

/** As somebody types who holds a key down, or has such a name. */
const unbroken = { name: `KANARI${'a'.repeat(64)}`, paperName: `${'foto'.repeat(20)}.jpg` };

promise(
  'C35: with letters of twice the size and names without a gap no screen is wider than the phone, and Kirim can be pressed',
  async (stage) => {
    const phone = await stage.chromium();
    await phone.context.addInitScript(() => {
      document.addEventListener('readystatechange', () => {
        document.documentElement.style.fontSize = '32px';
      });
    });
    const count = await visitEveryScreen(stage, phone, unbroken, (where) => expectToFit(phone, where));
    stage.note(`${count} screens`);
  },
  { limitMs: 360_000 },
);

/** Against the width of the page, for a phone zooms out, and its window grows, when something sticks out. */
async function expectToFit(phone: ChromiumPhone, where: string): Promise<void> {
  const { width, reach, wide } = await phone.page.evaluate(() => {
    const page = document.documentElement.clientWidth;
    return {
      width: page,
      reach: Math.max(document.scrollingElement?.scrollWidth ?? 0, window.innerWidth),
      wide: [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > page + 1)
        .map((element) => `${element.tagName} ${element.className}`),
    };
  });
  assert.equal(width, 360, `${where}: the page itself is ${width} wide`);
  assert.ok(reach <= width && wide.length === 0, `${where} is ${reach} wide: ${wide.join(', ')}`);
}
