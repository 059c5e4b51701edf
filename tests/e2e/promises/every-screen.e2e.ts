import { readdirSync, readFileSync } from 'node:fs';
import { kitchenSink } from '#tests/fixtures/services/services.ts';
import { shippedServices } from '#tests/fixtures/services/shipped-services.ts';
import { promise, useOffice } from '../harness/promise.ts';
import { visitEveryScreen } from '../pages/every-screen.ts';
import { Looks } from '../pages/looks.ts';

useOffice({ moreServices: [kitchenSink] });

/** As somebody types who holds a key down, or has such a name. */
const unbroken = { name: `KANARI${'a'.repeat(64)}`, paperName: `${'foto'.repeat(20)}.jpg` };

promise(
  'every screen can be read and used in both languages, by day and by night, on a small phone, with letters of twice the size and names without a gap',
  async (stage) => {
    const phone = await stage.chromium({ context: { reducedMotion: 'reduce' } });
    const looks = new Looks(phone, mayStay);
    const count = await visitEveryScreen(stage, phone, unbroken, (where) => looks.inspect(where));
    stage.note(`${count} screens, each in six looks`);
  },
  { limitMs: 600_000, usualMs: 130_000 },
);

const english = new Set(englishSentences());
const ofServices = JSON.stringify([...shippedServices, kitchenSink]);

/** What the person typed, what the office said, sizes, the log, and what was said about one press. */
const fromOutside =
  /KANARI|fotofoto|\.(jpg|pdf)|Judul terlalu umum|^[\d,.]+ [kM]B$|^Ajukan \d|^\d{4}-\d\d-\d\d |^Berkas ini kosong|° L[US], |^AB12$|^[A-Z][a-z]+, (Linux|Android)$|^\d+ (April|September|November) \d{4}$/;

/** Names, numbers, what the office and the person wrote, and words that are the same in both languages. */
function mayStay(text: string): boolean {
  return english.has(text) || ofServices.includes(JSON.stringify(text).slice(1, -1)) || fromOutside.test(text);
}

/** The sentences of the English sets that hold nothing to fill in. */
function englishSentences(): readonly string[] {
  const folder = new URL('../../../src/i18n/messages/en/', import.meta.url);
  return readdirSync(folder).flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/(['"`])((?:(?!\1).)+)\1/g)].map(
      ([, , text = '']) => text,
    ),
  );
}
