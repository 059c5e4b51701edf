import { RevealWire } from '#contract/reveal-schemas.ts';
import type { ApiClient } from '../api-client.ts';
import { readApplication } from '../applications.ts';
import type { Check, CheckContext } from '../check.ts';
import { readQueue } from '../decisions.ts';
import { expectEqual, expectStatus, expectThat, fail } from '../expect.ts';
import { read, readHeader } from '../read.ts';
import { sampleNumbers } from '../sample/sample-numbers.ts';
import { targetOf } from '../target.ts';
import { deliverApplication } from '../uploads.ts';

/** For backends that name the feature "reveals". */
export const revealChecks: readonly Check[] = [
  {
    id: 'numbers-masked',
    level: 'reveal',
    title: 'an official reads no whole NIK or KK number, alone or in the queue; its applicant reads them all',
    async run(context) {
      const { application, numbers } = await applyWithNumbers(context);
      const { answer, view } = await readApplication(context.officer, application.path);
      expectWithout(numbers, answer.text, answer.exchange);
      const shown = [...numbers].map(([pointer]) => [pointer, at(view.data, pointer)]);
      const masked = [...numbers].map(([pointer, number]) => [pointer, maskOf(number)]);
      expectEqual(shown, masked, `${answer.exchange}: numbers in data`);
      expectWithout(numbers, JSON.stringify(await readQueue(context.officer)), 'the queue');
      const own = await readApplication(context.citizenA, application.path);
      expectEqual(own.view.data, application.body.data, `${own.answer.exchange}: data`);
    },
  },
  {
    id: 'reveal-by-asking',
    level: 'reveal',
    title: 'the numbers come when they are asked for, each by its place, to be kept by nobody; the next look is masked',
    async run({ officer, ...context }) {
      const { application, numbers, view } = await applyWithNumbers({ officer, ...context });
      const answer = await reveal(officer, application.path);
      expectStatus(answer, 200);
      const told = read(RevealWire, answer);
      expectEqual(told.numbers, Object.fromEntries(numbers), `${answer.exchange}: numbers`);
      expectEqual(told.version, view.version, `${answer.exchange}: version`);
      expectThat(
        /(^|,)\s*no-store\s*(,|$)/.test(readHeader(answer, 'cache-control')),
        `${answer.exchange}: Cache-Control lets somebody keep it`,
      );
      const next = await readApplication(officer, application.path);
      expectWithout(numbers, next.answer.text, `${next.answer.exchange}, after they were asked for`);
    },
  },
  {
    id: 'reveal-officials-only',
    level: 'reveal',
    title: 'nobody but an official of its office is told the numbers, and nobody by GET',
    async run({ officer, citizenA, citizenB, nobody, ...context }) {
      const { application, numbers } = await applyWithNumbers({ officer, citizenA, citizenB, nobody, ...context });
      expectStatus(await reveal(nobody, application.path), 401);
      expectStatus(await reveal(citizenB, application.path), 403, 404);
      expectStatus(await reveal(citizenA, application.path), 403);
      const got = await officer.get(`${application.path}/reveals`);
      expectStatus(got, 404, 405);
      expectWithout(numbers, got.text, got.exchange);
    },
  },
  {
    id: 'reveal-noted',
    level: 'reveal',
    title: 'each time is noted: one line about this application, which holds no number',
    needs: 'notes',
    async run({ officer, revealsNotedOf, ...context }) {
      const notesOf = revealsNotedOf ?? fail('the suite can not read what is noted');
      const { application, numbers } = await applyWithNumbers({ officer, revealsNotedOf, ...context });
      expectEqual(await notesOf(application.id), [], 'what is noted before anybody has asked');
      for (const times of [1, 2]) {
        expectStatus(await reveal(officer, application.path), 200);
        const notes = await notesOf(application.id);
        expectEqual(notes.length, times, `lines noted after ${times} looks at the numbers`);
        expectWithout(numbers, notes.join('\n'), 'what is noted');
      }
    },
  },
];

/** With the service that asks for such numbers and the fewest papers. */
async function applyWithNumbers({ citizenA, definitions }: CheckContext) {
  const [chosen] = definitions
    .map((definition) => ({ definition, target: targetOf(definition) }))
    .filter(({ definition, target }) => sampleNumbers(definition, target.answers).size > 0)
    .toSorted((one, other) => one.target.slots.length - other.target.slots.length);
  if (chosen === undefined) return fail('no service asks for a NIK or KK number, so that none can be masked');
  const delivered = await deliverApplication(citizenA, chosen.target);
  return { ...delivered, numbers: sampleNumbers(chosen.definition, chosen.target.answers) };
}

const reveal = (client: ApiClient, path: string) => client.send({ method: 'POST', path: `${path}/reveals` });

/** As the contract says it of `data`. */
function maskOf(number: string): string {
  return `${number.slice(0, 2)}${'\u2022'.repeat(10)}${number.slice(-4)}`;
}

function at(data: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((value: unknown, name) => Object.entries(value ?? {}).find(([key]) => key === name)?.[1], data);
}

/** However it is spaced. */
function expectWithout(numbers: ReadonlyMap<string, string>, text: string, where: string): void {
  const together = text.replaceAll(/(?<=\d)[\s.-]+(?=\d)/g, '');
  const places = [...numbers].filter(([, number]) => together.includes(number)).map(([pointer]) => pointer);
  expectEqual(places, [], `${where}: places whose whole number is told`);
}
