import { accessTable } from '#server/http/access.ts';
import { type RoutePolicy, routePolicies } from '#server/routes/route-policies.ts';
import { type Caller, type MatrixServer, openMatrixServer } from './matrix-server.ts';
import { makeThings, type MatrixThing, relationOf, unknownThing } from './matrix-things.ts';
import { checkDevices } from './check-devices.ts';
import { checkLists } from './check-lists.ts';
import { accountOf, type PersonId, personIds } from './people.ts';
import { deviceProbes, openProbes, type Probe, sessionProbes, thingProbes } from './probes.ts';

export interface MatrixResult {
  readonly cells: number;
  /** One line for each cell that came out otherwise than the policy says. */
  readonly unexpected: readonly string[];
  readonly routes: number;
}

/** Notes one cell: what was expected, and whether it came. */
export type Note = (where: string, expected: string, found: string) => void;

const strangers = ['nobody', 'forged', 'ended'] as const;
const everyone = [...strangers, 'ticket', ...personIds] as const;

/** Asks every route of a real server for everybody and everything, and compares with server/routes/route-policies.ts. */
export async function runMatrix(): Promise<MatrixResult> {
  let cells = 0;
  const unexpected: string[] = [];
  const note: Note = (where, expected, found) => {
    cells += 1;
    if (found !== expected) unexpected.push(`${where}: expected ${expected}, found ${found}`);
  };
  const server = await openMatrixServer();
  try {
    const things = await makeThings(async (person, method, path, init) => {
      const answer = await server.send(person, method, path, init);
      if (!answer.ok) throw new Error(`${method} ${path} as ${person} answered ${answer.status}`);
      return answer;
    });
    for (const key of accessTable.keys()) await checkRoute(server, key, things, note);
    for (const key of Object.keys(routePolicies))
      if (!accessTable.has(key)) note(key, 'a route', 'a policy without a route');
    await checkLists(server, things, note);
    await checkOtherMethods(server, note);
  } finally {
    await server.close();
  }
  return { cells, unexpected, routes: accessTable.size };
}

async function checkRoute(server: MatrixServer, key: string, things: readonly MatrixThing[], note: Note) {
  const policy = routePolicies[key];
  const [method = ''] = key.split(' ');
  if (policy === undefined)
    return note(key, 'a policy', 'none: say in server/routes/route-policies.ts who may call it');
  const open = openProbes[key];
  const ofThing = thingProbes[key];
  const ofSession = sessionProbes[key];
  const ofDevice = deviceProbes[key];
  if (policy.names === null && open !== undefined) {
    for (const caller of everyone) {
      const found = await outcomeOf(server, caller, method, open);
      note(`${key} as ${caller}`, doorOf(policy, caller) ?? 'allowed', found.outcome);
    }
    return undefined;
  }
  if (policy.names?.what === 'session' && ofSession !== undefined)
    return checkSessions(server, key, policy, ofSession, note);
  if (policy.names?.what === 'device' && ofDevice !== undefined)
    return checkDevices(server, key, policy, ofDevice, outcomeOfStatus, note);
  if (policy.names === null || ofThing === undefined)
    return note(key, 'a probe', 'none: say in tools/authz/probes.ts how it is asked');
  for (const caller of everyone) {
    const unknown = await outcomeOf(server, caller, method, ofThing(unknownThing()));
    const hidden = policy.names.standing.unknown === 'hidden' ? unknown : null;
    note(`${key} as ${caller}, unknown id`, doorOf(policy, caller) ?? policy.names.standing.unknown, unknown.outcome);
    for (const thing of things) {
      const expected = doorOf(policy, caller) ?? standingOf(policy, caller, thing, key);
      const found = await outcomeOf(server, caller, method, ofThing(thing));
      const alike = found.outcome !== 'hidden' || hidden === null || hidden.told === found.told;
      note(
        `${key} as ${caller}, ${thing.what}`,
        expected,
        alike ? found.outcome : `hidden, but told apart from an unknown id: ${found.told}`,
      );
    }
  }
  return undefined;
}

/** What stops somebody before anything is looked up; null: nothing does. */
function doorOf({ callers, byTicket }: RoutePolicy, caller: Caller): 'no session' | 'refused' | null {
  if (callers === 'everybody') return null;
  if (caller === 'nobody' || caller === 'forged' || caller === 'ended') return 'no session';
  if (caller === 'ticket') return byTicket === true ? null : 'refused';
  if (callers === 'signed-in') return null;
  return accountOf(caller).roles.some((role) => callers.includes(role)) ? null : 'refused';
}

function standingOf({ names }: RoutePolicy, caller: Caller, thing: MatrixThing, key: string): string {
  if (names === null || caller === 'nobody' || caller === 'forged' || caller === 'ended') return 'no session';
  // Bytes that have not arrived can't be read by anybody.
  const person = caller === 'ticket' ? 'citizen' : caller;
  const relation = key.endsWith('/content') && !thing.delivered ? 'unknown' : relationOf(person, thing);
  return names.standing[relation];
}

async function outcomeOf(server: MatrixServer, caller: Caller, method: string, { path, init, allowed }: Probe) {
  const answer = await server.send(caller, method, path, init);
  const told = `${[...answer.headers.keys()].join()} ${await answer.text()}`;
  return { outcome: outcomeOfStatus(answer.status, allowed), told };
}

function outcomeOfStatus(status: number, allowed: readonly number[]): string {
  if (allowed.includes(status)) return 'allowed';
  return { 401: 'no session', 403: 'refused', 404: 'hidden' }[status] ?? `status ${status}`;
}

async function checkSessions(
  server: MatrixServer,
  key: string,
  policy: RoutePolicy,
  probeOf: (id: string) => Probe,
  note: Note,
) {
  const { standing } = policy.names ?? {};
  const [method = ''] = key.split(' ');
  const someoneElses = async (person: PersonId) =>
    server.sessionIdOf(await server.signIn(person === 'neighbour' ? 'citizen' : 'neighbour'));
  for (const caller of strangers) {
    const found = await outcomeOf(server, caller, method, probeOf(await someoneElses('citizen')));
    note(`${key} as ${caller}`, 'no session', found.outcome);
  }
  for (const person of personIds) {
    const token = await server.signIn(person);
    const ask = async (id: string) => {
      const { path, init, allowed } = probeOf(id);
      const answer = await server.sendWith(token, method, path, init);
      return { outcome: outcomeOfStatus(answer.status, allowed), told: await answer.text() };
    };
    const unknown = await ask('00000000-0000-4000-8000-000000000000');
    const other = await ask(await someoneElses(person));
    note(`${key} as ${person}, unknown`, String(standing?.unknown), unknown.outcome);
    note(`${key} as ${person}, somebody else's`, String(standing?.other), other.outcome);
    note(`${key} as ${person}, told apart`, unknown.told, other.told);
    note(`${key} as ${person}, own`, String(standing?.own), (await ask(await server.sessionIdOf(token))).outcome);
    note(`${key} as ${person}, after it`, 'no session', (await ask('current')).outcome);
  }
}

/** What no route serves is served to nobody. */
async function checkOtherMethods(server: MatrixServer, note: Note) {
  const patterns = new Set([...accessTable.keys()].map((key) => key.split(' ')[1] ?? ''));
  patterns.delete('/*');
  for (const pattern of patterns) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      if (accessTable.has(`${method} ${pattern}`)) continue;
      const path = pattern.replaceAll(/:\w+/g, '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f');
      for (const caller of ['nobody', 'citizen', 'signer', 'admin'] as const) {
        const { status } = await server.send(caller, method, path);
        note(
          `${method} ${pattern} as ${caller}`,
          'not served',
          status === 404 || status === 405 ? 'not served' : String(status),
        );
      }
    }
  }
}
