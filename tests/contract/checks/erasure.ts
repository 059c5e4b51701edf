import { ErasureAnswer } from '#contract/routes/erasure.ts';
import { Capabilities } from '#contract/schemas.ts';
import { createApplication, submit } from '../applications.ts';
import type { Check } from '../check.ts';
import { expectStatus, expectThat } from '../expect.ts';
import { read } from '../read.ts';
import { signIn } from './one-time-codes.ts';

/** For backends that name the feature "erasure". */
export const erasureChecks: readonly Check[] = [
  {
    id: 'erasure-for-good',
    level: 'core',
    needs: 'codes',
    title:
      'who asks to be erased is signed out, what was not complete is gone, and its id is taken from nobody any more',
    async run(context) {
      const { citizenB, nobody, target } = context;
      const { features } = read(Capabilities, await nobody.get('/.well-known/public-service-sync'));
      if (!features.includes('erasure')) return;
      const { who } = await signIn(context);
      const { application } = await createApplication(who, target);
      expectStatus(await who.put('/v1/me/erasure', {}), 422);
      expectStatus(await who.get(application.path), 200);
      const answer = await who.put('/v1/me/erasure', { erase: 'everything-not-kept-by-law' });
      expectStatus(answer, 200);
      const { erasedApplications, keptApplications, requestedAt, dueAt } = read(ErasureAnswer, answer);
      expectThat(erasedApplications === 1, `${answer.exchange}: erasedApplications is ${erasedApplications}, not 1`);
      expectThat(keptApplications === 0, `${answer.exchange}: keptApplications is ${keptApplications}, not 0`);
      const hours = (Date.parse(dueAt) - Date.parse(requestedAt)) / 3_600_000;
      expectThat(hours > 0 && hours <= 72, `${answer.exchange}: it is due after ${hours} hours, not within 3 x 24`);
      expectStatus(await who.get('/v1/me'), 401);
      expectStatus(await submit(citizenB, application), 404, 410);
      expectStatus(await citizenB.get(application.path), 404);
    },
  },
];
