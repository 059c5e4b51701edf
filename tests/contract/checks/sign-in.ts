import type { Check } from '../check.ts';
import { planApplication } from '../applications.ts';
import { Me } from '#contract/schemas.ts';
import { expectStatus, expectThat } from '../expect.ts';
import { read } from '../read.ts';
import { announcementOf } from '../uploads.ts';

export const signInChecks: readonly Check[] = [
  {
    id: 'who-am-i',
    level: 'core',
    title: 'the backend names the account of a token, so that a queue never goes out under another name',
    async run({ citizenA, citizenB, nobody }) {
      const ids: string[] = [];
      for (const client of [citizenA, citizenB, citizenA]) {
        const answer = await client.get('/v1/me');
        expectStatus(answer, 200);
        ids.push(read(Me, answer).accountId);
      }
      expectThat(ids[0] === ids[2] && ids[0] !== ids[1], 'GET /v1/me does not tell two citizens apart');
      expectStatus(await nobody.get('/v1/me'), 401);
    },
  },
  {
    id: 'sign-in-required',
    level: 'core',
    title: 'without a token, or with one that nobody issued, every personal resource answers 401',
    async run({ nobody, impostor, target }) {
      const application = planApplication(target);
      for (const client of [nobody, impostor]) {
        expectStatus(await client.put(application.path, application.body), 401);
        expectStatus(await client.get(application.path), 401);
        expectStatus(await client.get('/v1/changes'), 401);
        for (const document of application.documents) {
          expectStatus(await client.put(`/v1/documents/${document.id}`, announcementOf(application.id, document)), 401);
        }
      }
    },
  },
  {
    id: 'sign-in-before-validation',
    level: 'core',
    title: 'a stranger learns nothing from validation: 401 comes before any judgement of the content',
    async run({ nobody, target }) {
      const { path } = planApplication(target);
      expectStatus(await nobody.put(path, { serviceId: 42 }), 401);
    },
  },
];
