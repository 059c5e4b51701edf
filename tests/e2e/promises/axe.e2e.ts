import { promise } from '../harness/promise.ts';
import { expectNothingFound } from '../pages/axe.ts';
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
