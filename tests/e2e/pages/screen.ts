/** What a person reads and where they are. */
import type { Phone } from '../harness/phone.ts';
import { until } from '../harness/until.ts';

export const at = (testId: string): string => `[data-testid="${testId}"]`;

/** Resolves with everything on the screen, once it says the words. */
export async function sees(phone: Phone, words: RegExp, limitMs?: number): Promise<string> {
  let text = '';
  try {
    return await until(
      `the screen says ${String(words)}`,
      async () => {
        text = await phone.text();
        return words.test(text) ? text : undefined;
      },
      limitMs,
    );
  } catch (error) {
    throw new Error(`the screen says:\n${text}`, { cause: error });
  }
}

/** All of the words at once. */
export async function seesAll(phone: Phone, ...words: readonly RegExp[]): Promise<string> {
  return await until(`the screen says ${words.map(String).join(' and ')}`, async () => {
    const text = await phone.text();
    return words.every((each) => each.test(text)) ? text : undefined;
  });
}

export async function isThere(phone: Phone, selector: string, limitMs?: number): Promise<void> {
  await until(`${selector} is there`, async () => (await phone.count(selector)) > 0, limitMs);
}

/** The address, and what is shown there: the address of a form's step changes a moment before the step is drawn. */
export async function isOn(phone: Phone, path: RegExp): Promise<void> {
  await until(`the app is at ${String(path)}`, async () => {
    const now = await phone.path();
    if (!path.test(now)) return false;
    const place = /^\/isi\/[^/]+\/([^/?]+)/.exec(now)?.[1];
    if (place === undefined || place === 'terkirim') return true;
    return (await phone.count(at(`place-${place}`))) > 0;
  });
}
