import type { DeskCase } from '#domain/desk/desk-case.ts';
import type { DeskDecision } from '#domain/desk/desk-decision.ts';
import type { DeskAnswer } from '#domain/desk/desk-trouble.ts';
import { backoffMs } from '#lib/backoff.ts';
import { observableValue } from '#lib/observable-value.ts';
import { singleFlight } from '#lib/single-flight.ts';
import type { Decided, WaitingDecision } from '../menu-desk.ts';

export interface WaitingDecisionsPorts {
  /** Under the name that the desk shows, or not at all. */
  readonly say: (
    applicationId: string,
    decisionId: string,
    decision: DeskDecision,
    etag: string,
  ) => Promise<DeskAnswer<null>>;
  /** The case as it is now; null when it can't be read. */
  readonly fresh: (applicationId: string) => Promise<DeskCase | null>;
  readonly nowMs: () => number;
  readonly newId: () => string;
  /** Resolves after so long. */
  readonly sleep: (delayMs: number) => Promise<void>;
  /** In [0, 1). */
  readonly chance: () => number;
}

const policy = { baseMs: 4_000, capMs: 60_000 };

/**
 * Decisions, each said by one id until the office has answered. Nothing is written down here: who closes the page
 * while one waits has to look afterwards whether it was taken.
 */
export function createWaitingDecisions(ports: WaitingDecisionsPorts) {
  const list = observableValue<readonly WaitingDecision[]>([]);
  const open = (): readonly WaitingDecision[] => list.getSnapshot().filter(({ ended }) => ended === null);
  let wake = (): void => undefined;

  async function say({ applicationId, decisionId, decision, etag }: WaitingDecision): Promise<Decided> {
    const answer = await ports.say(applicationId, decisionId, decision, etag);
    if (answer.kind === 'ok') return { kind: 'decided', fresh: await ports.fresh(applicationId) };
    if (answer.kind !== 'refused') return answer;
    const kind = refusalOf(answer.status, answer.problem);
    if (kind === 'invalid' || kind === 'other-version') return { kind };
    return { kind, fresh: await ports.fresh(applicationId) };
  }

  async function sayAll(): Promise<number> {
    for (const entry of open()) {
      const ended = await say(entry);
      if (ended.kind === 'busy') return ended.retryAfterMs;
      if (isUnanswered(ended)) return 0;
      list.set(list.getSnapshot().map((one) => (one.decisionId === entry.decisionId ? { ...one, ended } : one)));
    }
    return 0;
  }

  const follow = singleFlight(async () => {
    let atLeastMs = 0;
    for (let failures = 1; open().length > 0; failures += 1) {
      const waitMs = Math.max(atLeastMs, backoffMs(policy, failures, ports.chance()));
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await Promise.race([ports.sleep(waitMs), woken]);
      atLeastMs = await sayAll();
    }
  });

  return {
    async decide(seen: DeskCase, decision: DeskDecision): Promise<Decided> {
      const earlier = open().find(({ applicationId }) => applicationId === seen.id);
      if (earlier !== undefined) return { kind: 'waiting', decisionId: earlier.decisionId };
      const { id: applicationId, registrationNumber, etag } = seen;
      const decisionId = ports.newId();
      const madeAtMs = ports.nowMs();
      const entry: WaitingDecision = {
        decisionId,
        applicationId,
        registrationNumber,
        decision,
        madeAtMs,
        etag,
        ended: null,
      };
      const answer = await say(entry);
      if (answer.kind !== 'offline' && answer.kind !== 'busy') return answer;
      list.set([...list.getSnapshot(), entry]);
      void follow();
      return { kind: 'waiting', decisionId };
    },
    resume(waiting: readonly WaitingDecision[]): void {
      const known = new Set(list.getSnapshot().map(({ decisionId }) => decisionId));
      list.set([...list.getSnapshot(), ...waiting.filter(({ decisionId }) => !known.has(decisionId))]);
      void follow();
      wake();
    },
    waiting: list,
    seen(decisionId: string): void {
      list.set(list.getSnapshot().filter((one) => one.decisionId !== decisionId || one.ended === null));
    },
    sayAgain: (): void => wake(),
    forget: (): void => list.set([]),
  };
}

type Unanswered = Extract<Decided, { readonly kind: 'waiting' | 'offline' | 'busy' | 'signed-out' }>;

/** Also signed out: an earlier try may have arrived, which only the same person can find out. */
function isUnanswered(ended: Decided): ended is Unanswered {
  return ['waiting', 'offline', 'busy', 'signed-out'].includes(ended.kind);
}

function refusalOf(status: number, problem: string | null) {
  if (status === 412 || status === 428) return 'changed-since';
  if (status === 409) return problem === 'assigned-elsewhere' ? 'taken' : 'not-possible';
  return status === 422 || status === 400 ? 'invalid' : 'other-version';
}
