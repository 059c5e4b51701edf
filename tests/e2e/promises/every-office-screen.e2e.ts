import { promise } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { readNumbers, sitAtDesk } from '../pages/desk-screens.ts';
import { askAfterwards, beAsked } from '../pages/follow-up-screens.ts';
import { Looks } from '../pages/looks.ts';
import { beOfficer } from '../pages/officer-screens.ts';
import { mayStay } from '../pages/untranslated.ts';

const unbroken = `KANARI${'a'.repeat(64)}`;

promise(
  'C35: what an office works with, what it is asked afterwards and what it asks can be read and used in every look',
  async (stage) => {
    const phone = await stage.chromium({ context: { reducedMotion: 'reduce' } });
    const looks = new Looks(phone, mayStay);
    let count = 0;
    const look = async (where: string): Promise<void> => {
      count += 1;
      await looks.inspect(where);
    };
    await settleIn(phone, stage.citizen);
    await askAfterwards(stage, phone, look);
    await beAsked(stage, phone, look);
    await beOfficer(phone, ['verifikator', 'penandatangan']);
    await sitAtDesk(stage, phone, unbroken, look);
    await readNumbers(stage, phone, unbroken, look);
    stage.note(`${count} screens, each in six looks`);
  },
  { limitMs: 400_000, usualMs: 90_000 },
);
