import { SessionList } from '#contract/identity-schemas.ts';
import { QueuePage } from '#contract/queue-schemas.ts';
import { ChangePageWire } from '#contract/schemas.ts';
import type { MatrixServer } from './matrix-server.ts';
import type { MatrixThing } from './matrix-things.ts';
import { accountOf, personIds } from './people.ts';
import type { Note } from './run-matrix.ts';

/** A list is no door: what is in it is asked for everybody as well. */
export async function checkLists(server: MatrixServer, things: readonly MatrixThing[], note: Note): Promise<void> {
  const ids = (of: readonly MatrixThing[]) =>
    of
      .map(({ submission }) => submission.id)
      .toSorted()
      .join();
  const known = (items: readonly string[]) => ids(things.filter(({ submission }) => items.includes(submission.id)));
  for (const person of personIds) {
    const mine = things.filter(({ owner }) => owner === person);
    const feed = ChangePageWire.parse(await (await server.send(person, 'GET', '/v1/changes?limit=200')).json());
    note(`the feed of ${person}`, ids(mine), known(feed.items.map(({ applicationId }) => applicationId)));
    const sessions = SessionList.parse(await (await server.send(person, 'GET', '/v1/me/sessions')).json());
    const own = await Promise.all(sessions.items.map(async ({ id }) => server.ownerOf(id)));
    note(`the sessions of ${person}`, `matrix-${person}`, [...new Set(own)].join());
    if (!accountOf(person).roles.some((role) => role === 'verifikator' || role === 'penandatangan')) continue;
    // An official sees in the queue what they may work on, and their own among it when they live where they work.
    const work = things.filter(({ workOf }) => workOf.includes(person));
    const queue = QueuePage.parse(await (await server.send(person, 'GET', '/v1/queue?limit=200')).json());
    const queued = queue.items.map(({ id }) => id);
    note(`the queue of ${person}`, ids(work), known(queued));
    note(`strangers in the queue of ${person}`, '0', String(queued.length - work.length));
  }
}
