import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { ApplicationView } from '#contract/application-view.ts';
import { RevealWire } from '#contract/reveal-schemas.ts';
import { accessTable } from '#server/http/access.ts';
import { routePolicies } from '#server/routes/route-policies.ts';
import { type MatrixServer, openMatrixServer } from './matrix-server.ts';
import { jsonBody, makeThings, type MatrixThing } from './matrix-things.ts';
import { paperNumbers } from './paper-service.ts';
import type { PersonId } from './people.ts';
import { openProbes, type Probe, thingProbes } from './probes.ts';

const numbers = JSON.stringify(paperNumbers).match(/\d{16}/g) ?? [];
const reveal = 'POST /v1/applications/:id/reveals';
/** One of each role, and who is a citizen as well. */
const officials: readonly PersonId[] = ['villageOne', 'signer', 'admin', 'both'];

let server: MatrixServer;
let things: readonly MatrixThing[] = [];
beforeAll(async () => {
  server = await openMatrixServer();
  things = await makeThings(async (person, method, path, init) => {
    const answer = await server.send(person, method, path, init);
    if (!answer.ok) throw new Error(`${method} ${path} as ${person} answered ${answer.status}`);
    return answer;
  });
});
afterAll(() => server.close());

/** Whole numbers in an answer, however they are spaced. */
function leaksIn(text: string): readonly string[] {
  const together = text.replaceAll(/(?<=\d)[\s.-]+(?=\d)/g, '');
  return numbers.filter((number) => together.includes(number));
}

async function ask(person: PersonId, key: string, { path, init }: Probe) {
  const [method = ''] = key.split(' ');
  // HEAD has no body: it is asked as what it is the head of.
  const answer = await server.send(person, method, path, { ...init, method });
  const text = new TextDecoder('latin1').decode(await answer.arrayBuffer());
  return { status: answer.status, leaks: leaksIn(`${JSON.stringify([...answer.headers])} ${text}`) };
}

/** All that can be asked without ending somebody's session: each route, of every application that is not their own. */
function asked(person: PersonId): readonly (readonly [key: string, probe: Probe])[] {
  const others = things.filter(({ owner }) => owner !== person);
  return [...accessTable.keys()].flatMap((key) => {
    if (key === reveal) return [];
    const ofThing = thingProbes[key];
    if (ofThing !== undefined) return others.map((thing) => [key, ofThing(thing)] as const);
    const open = openProbes[key];
    if (open !== undefined) return key.startsWith('DELETE ') ? [] : [[key, open] as const];
    const named = routePolicies[key]?.names?.what;
    if (named !== 'session' && named !== 'device') throw new Error(`${key} has no probe: nobody knows what it tells`);
    return [];
  });
}

describe('no official is told a whole NIK or KK number', () => {
  it.each(officials)('by any route, as %s', async (person) => {
    const told: string[] = [];
    for (const [key, probe] of asked(person)) {
      const { leaks } = await ask(person, key, probe);
      if (leaks.length > 0) told.push(`${key}: ${leaks.join()}`);
    }
    expect(told).toEqual([]);
  });

  it('by what they do: a search for the number itself, a decision, an assignment and a conflict', async () => {
    const thing = things[0];
    if (thing === undefined) throw new Error('The matrix has an application');
    const { path } = thing.submission;
    const etag = (await server.send('villageOne', 'GET', path)).headers.get('etag') ?? '';
    const put = async (to: string, json: object) => {
      const { headers, body } = jsonBody(json) as { headers: Record<string, string>; body: string };
      return server.send('villageOne', 'PUT', to, { headers: { ...headers, 'If-Match': etag }, body });
    };
    const decision = `${path}/decisions/${uuidv7()}`;
    const answers = [
      await server.send('villageOne', 'POST', '/v1/queue/searches', jsonBody({ q: paperNumbers.nik })),
      await put(decision, { action: 'review' }),
      await put(decision, { action: 'return', reason: 'KANARI' }),
      await put(`${path}/assignment`, { to: 'me' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 201, 409, 412]);
    const texts = await Promise.all(answers.map(async (answer) => answer.text()));
    expect(texts[0]).toContain(thing.submission.id);
    expect(leaksIn(texts.join(' '))).toEqual([]);
  });

  it('except by asking for it, and then all of them', async () => {
    const answer = await server.send('signer', 'POST', `${things[0]?.submission.path}/reveals`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(RevealWire.parse(await answer.json()).numbers).toEqual({
      '/nik': paperNumbers.nik,
      '/no_kk': paperNumbers.no_kk,
      '/saksi/nik': paperNumbers.saksi.nik,
      '/anggota/0/nik': paperNumbers.anggota[0].nik,
      '/anggota/1/nik': paperNumbers.anggota[1].nik,
    });
  });
});

describe('who sent them', () => {
  it('reads their own numbers whole: a citizen, a field officer, and an official of the same village', async () => {
    for (const { owner, submission } of things) {
      if (owner === null) continue;
      const view = ApplicationView.parse(await (await server.send(owner, 'GET', submission.path)).json());
      expect(view.data).toMatchObject(paperNumbers);
    }
  });

  it('is told their own whole, and what they look at as an official masked', async () => {
    const [work, own] = ['citizen', 'both'].map((owner) => things.find((thing) => thing.owner === owner));
    const numberOf = async (thing: MatrixThing | undefined) =>
      ApplicationView.parse(await (await server.send('both', 'GET', thing?.submission.path ?? '')).json()).data['nik'];
    expect([await numberOf(work), await numberOf(own)]).toEqual(['99••••••••••0001', paperNumbers.nik]);
  });
});
