import { v7 as uuidv7 } from 'uuid';
import { ClaimOfferList } from '#contract/routes/claims.ts';
import { Capabilities } from '#contract/schemas.ts';
import { createApplication } from '../applications.ts';
import type { Check } from '../check.ts';
import { expectStatus, expectThat } from '../expect.ts';
import { read } from '../read.ts';

/** For backends that name the feature "claims". */
export const claimChecks: readonly Check[] = [
  {
    id: 'claim-by-offer-only',
    level: 'core',
    title:
      'an application that was offered to nobody is in no list of claims, and claiming it is a 404 like any unknown id',
    async run({ citizenA, citizenB, nobody, target }) {
      const { features } = read(Capabilities, await nobody.get('/.well-known/public-service-sync'));
      if (!features.includes('claims')) return;
      const { application } = await createApplication(citizenA, target);
      for (const person of [citizenA, citizenB]) {
        const answer = await person.get('/v1/claims');
        expectStatus(answer, 200);
        const offered = read(ClaimOfferList, answer).items.some(({ id }) => id === application.id);
        expectThat(!offered, `${answer.exchange}: lists ${application.id}, which nobody has offered`);
      }
      const guess = { nikEnding: '1234' };
      expectStatus(await citizenB.put(`${application.path}/claim`, guess), 404);
      expectStatus(await citizenA.put(`${application.path}/claim`, guess), 404);
      expectStatus(await citizenB.put(`/v1/applications/${uuidv7()}/claim`, guess), 404);
      expectStatus(await citizenB.get(application.path), 404);
    },
  },
];
