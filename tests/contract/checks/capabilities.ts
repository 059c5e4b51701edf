import { Capabilities } from '#contract/schemas.ts';
import type { Check } from '../check.ts';
import { expectStatus, expectThat } from '../expect.ts';
import { read } from '../read.ts';

export const capabilityChecks: readonly Check[] = [
  {
    id: 'capabilities-public',
    level: 'core',
    title: 'anybody can read what the backend can do, without signing in',
    async run({ nobody }) {
      const answer = await nobody.get('/.well-known/public-service-sync');
      expectStatus(answer, 200);
      const { apiVersions } = read(Capabilities, answer);
      expectThat(apiVersions.includes('1'), `${answer.exchange}: apiVersions does not list "1"`);
    },
  },
  {
    id: 'unknown-path-404',
    level: 'core',
    title: 'an address that does not exist answers 404 with problem details, never a page with 200',
    async run({ citizenA }) {
      expectStatus(await citizenA.get('/v1/alamat-yang-tidak-ada'), 404);
      expectStatus(await citizenA.get('/v1/services/layanan-yang-tidak-ada'), 404);
    },
  },
];
