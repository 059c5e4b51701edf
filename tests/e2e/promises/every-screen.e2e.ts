import { kitchenSink } from '#tests/fixtures/services/services.ts';
import { promise, useOffice } from '../harness/promise.ts';
import { visitEveryScreen } from '../pages/every-screen.ts';
import { Looks } from '../pages/looks.ts';
import { mayStay } from '../pages/untranslated.ts';

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
