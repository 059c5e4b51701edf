import { promise } from '../harness/promise.ts';
import { passInAPage } from '../store-page/pass-in-a-page.ts';

promise(
  'F6 F14 F15: the store suite passes in Chromium, its faults injected under the real IndexedDB: one half',
  (stage) => passInAPage(stage, 0),
  { usualMs: 45_000 },
);
