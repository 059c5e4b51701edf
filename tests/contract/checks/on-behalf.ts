import { Capabilities, Problem } from '#contract/schemas.ts';
import { planApplication } from '../applications.ts';
import type { Check } from '../check.ts';
import { expectStatus, expectThat } from '../expect.ts';
import { read } from '../read.ts';

/** For backends that name the feature "on-behalf". */
export const onBehalfChecks: readonly Check[] = [
  {
    id: 'on-behalf-officers-only',
    level: 'core',
    title:
      'a citizen can not put in an application on behalf of somebody else: 422 at /onBehalfOf, and nothing is kept',
    async run({ citizenA, nobody, target }) {
      const { features } = read(Capabilities, await nobody.get('/.well-known/public-service-sync'));
      if (!features.includes('on-behalf')) return;
      const application = planApplication(target);
      const consent = {
        textVersion: '2026-11-26',
        language: 'id',
        givenAt: application.body.capturedAt,
        method: 'spoken',
        witness: 'KANARI Saksi',
      };
      const onBehalfOf = { name: 'KANARI Warga', consent };
      const answer = await citizenA.put(application.path, { ...application.body, onBehalfOf });
      expectStatus(answer, 422);
      const pointers = read(Problem, answer).errors?.map(({ pointer }) => pointer) ?? [];
      expectThat(
        pointers.some((pointer) => pointer.startsWith('/onBehalfOf')),
        `${answer.exchange}: points at ${JSON.stringify(pointers)}`,
      );
      expectStatus(await citizenA.get(application.path), 404);
    },
  },
];
