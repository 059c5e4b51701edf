import type { DeskCase } from '#domain/desk/desk-case.ts';
import type { DeskAnswer, DeskTrouble } from '#domain/desk/desk-trouble.ts';
import type { Official } from '#domain/desk/official.ts';
import type { QueueCounts, QueuePage } from '#domain/desk/queue-line.ts';
import type { Assigned, DeskMenu, PaperRead } from '../menu-desk.ts';
import { createDeskMemory } from './desk-memory.ts';
import type { DeskOffice } from './desk-ports.ts';
import { giveToOffice } from './give-result.ts';
import { createWaitingDecisions } from './waiting-decisions.ts';

export interface DeskMenuPorts {
  readonly office: DeskOffice;
  readonly digest: (bytes: ArrayBuffer) => Promise<string>;
  readonly openPdf: DeskMenu['openPdf'];
  readonly nowMs: () => number;
  /** UUIDs of version 7. */
  readonly newId: () => string;
  /** Resolves after so long. */
  readonly sleep: (delayMs: number) => Promise<void>;
  /** In [0, 1). */
  readonly chance: () => number;
}

const mostPages = 30;
const mostCases = 30;

export function createDeskMenu({ office, digest, openPdf, ...device }: DeskMenuPorts): DeskMenu {
  const { nowMs } = device;
  const officials = createDeskMemory<Official>(1, nowMs);
  const pages = createDeskMemory<QueuePage>(mostPages, nowMs);
  const counts = createDeskMemory<QueueCounts>(1, nowMs);
  const cases = createDeskMemory<DeskCase>(mostCases, nowMs);
  let knownId: string | null = null;

  /** All tabs share one session: by now it may be another person's. Nothing of the one before is shown to them. */
  function noteWho(accountId: string): boolean {
    const isSame = knownId === null || knownId === accountId;
    if (!isSame) {
      forgetRead();
      decisions.forget();
    }
    knownId = accountId;
    return isSame;
  }
  function forgetRead(): void {
    for (const memory of [officials, pages, counts, cases]) memory.forget();
  }
  async function noted<T>(asked: Promise<DeskAnswer<T>>): Promise<DeskAnswer<T>> {
    const answer = await asked;
    if (answer.kind === 'signed-out') forgetRead();
    return answer;
  }

  /** What is done under a name is done only under the one that this desk shows. */
  async function asOfficial<T>(work: () => Promise<DeskAnswer<T>>): Promise<DeskAnswer<T>> {
    const who = await noted(office.official());
    if (who.kind !== 'ok') return who;
    return noteWho(who.value.accountId) ? noted(work()) : { kind: 'signed-out' };
  }

  const readCase = (id: string) => cases.read(id, () => noted(office.item(id)));
  async function fresh(applicationId: string): Promise<DeskCase | null> {
    const read = await readCase(applicationId);
    return read.kind === 'read' && !read.isOld ? read.value : null;
  }

  const decisions = createWaitingDecisions({
    ...device,
    fresh,
    say: (...said) => asOfficial(() => office.decide(...said)),
  });

  return {
    official: () =>
      officials.read('me', async () => {
        const answer = await noted(office.official());
        if (answer.kind === 'ok') noteWho(answer.value.accountId);
        return answer;
      }),
    page: (filter, after) => pages.read(JSON.stringify([filter, after]), () => noted(office.page(filter, after))),
    counts: () => counts.read('all', () => noted(office.counts())),
    item: readCase,
    async reveal(applicationId) {
      // Under the name that this desk shows: it is noted.
      const answer = await asOfficial(() => office.reveal(applicationId));
      return answer.kind === 'ok' ? { kind: 'revealed', value: answer.value } : troubleOf(answer);
    },
    paper: async (documentId) => paperOf(await noted(office.paper(documentId))),
    openPdf,
    decide: decisions.decide,
    async assign(seen, to, { force = false } = {}) {
      const answer = await asOfficial(() => office.assign(seen.id, to, force, seen.etag));
      if (answer.kind === 'ok') return { kind: 'assigned', fresh: await fresh(seen.id) };
      if (answer.kind !== 'refused') return answer;
      const kind = assignRefusal(answer.status, answer.problem);
      return kind === 'other-version' ? { kind } : { kind, fresh: await fresh(seen.id) };
    },
    newResultId: device.newId,
    async giveResult(seen, result, onProgress = () => undefined) {
      const who = await asOfficial(() => Promise.resolve({ kind: 'ok', value: null }));
      if (who.kind !== 'ok') return troubleOf(who);
      const given = await giveToOffice(office, seen, result, digest, onProgress);
      return given.kind === 'given' ? { kind: 'given', fresh: await fresh(seen.id) } : given;
    },
    resume(accountId, waiting) {
      if (noteWho(accountId)) decisions.resume(waiting);
    },
    waiting: () => decisions.waiting,
    seen: decisions.seen,
    sayAgain: decisions.sayAgain,
  };
}

function paperOf(answer: DeskAnswer<{ readonly bytes: ArrayBuffer; readonly mediaType: string }>): PaperRead {
  if (answer.kind === 'ok') return { kind: 'read', value: answer.value };
  if (answer.kind === 'refused') return { kind: answer.status === 410 ? 'expired' : 'other-version' };
  return answer;
}

function troubleOf(answer: Exclude<DeskAnswer<never>, { readonly kind: 'ok' }>): DeskTrouble {
  return answer.kind === 'refused' ? { kind: 'other-version' } : answer;
}

function assignRefusal(status: number, problem: string | null) {
  if (status === 412 || status === 428) return 'changed-since' satisfies Assigned['kind'];
  if (status !== 409) return 'other-version' satisfies Assigned['kind'];
  return problem === 'assigned-elsewhere' ? 'taken' : 'not-possible';
}
