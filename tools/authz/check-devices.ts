import { v7 as uuidv7 } from 'uuid';
import type { RoutePolicy } from '#server/routes/route-policies.ts';
import { aReport } from '#server/testing/test-device.ts';
import type { MatrixServer } from './matrix-server.ts';
import { jsonBody } from './matrix-things.ts';
import { personIds } from './people.ts';
import type { Probe } from './probes.ts';
import type { Note } from './run-matrix.ts';

/** A phone is somebody's once they have reported from it. What is ordered ends their session, so each has one of its own. */
export async function checkDevices(
  server: MatrixServer,
  key: string,
  { names }: RoutePolicy,
  probeOf: (deviceId: string) => Probe,
  outcomeOf: (status: number, allowed: readonly number[]) => string,
  note: Note,
): Promise<void> {
  const [method = ''] = key.split(' ');
  async function ask(token: string | null, deviceId: string) {
    const { path, init, allowed } = probeOf(deviceId);
    const answer = await server.sendWith(token, method, path, init);
    return { outcome: outcomeOf(answer.status, allowed), told: await answer.text() };
  }
  const reportFrom = async (token: string): Promise<string> => {
    const id = uuidv7();
    await server.sendWith(token, 'PUT', `/v1/me/devices/${id}`, jsonBody(aReport()));
    return id;
  };
  const phones = new Map<string, string>();
  for (const person of ['citizen', 'neighbour'] as const)
    phones.set(person, await reportFrom(await server.signIn(person)));
  for (const token of [null, 'forged-token-of-nobody'])
    note(`${key} without a session`, 'no session', (await ask(token, phones.get('citizen') ?? '')).outcome);
  for (const person of personIds) {
    const token = await server.signIn(person);
    const unknown = await ask(token, uuidv7());
    const other = await ask(token, phones.get(person === 'neighbour' ? 'citizen' : 'neighbour') ?? '');
    note(`${key} as ${person}, unknown`, String(names?.standing.unknown), unknown.outcome);
    note(`${key} as ${person}, somebody else's`, String(names?.standing.other), other.outcome);
    note(`${key} as ${person}, told apart`, unknown.told, other.told);
    const own = await reportFrom(token);
    note(`${key} as ${person}, own`, String(names?.standing.own), (await ask(token, own)).outcome);
    note(`${key} as ${person}, after it`, 'no session', (await ask(token, own)).outcome);
  }
}
