export const jobKinds = ['push', 'notice', 'verdict'] as const;
export type JobKind = (typeof jobKinds)[number];

/** Something to be done at least once: whoever does it must be able to do it twice. */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly accountId: string;
  /** Ids only, and nothing that a person has written. */
  readonly payload: Readonly<Record<string, string>>;
  /** With the one that runs now. */
  readonly attempts: number;
  /** Of this run: who has lost it, by being too slow, changes nothing any more. */
  readonly claim: string;
  readonly createdAtMs: number;
}

export interface JobState extends Omit<Job, 'claim' | 'kind'> {
  /** Also one that only a newer release knows. */
  readonly kind: string;
  readonly lastProblem: string | null;
  readonly runAfterMs: number;
  readonly deadAtMs: number | null;
}

export interface JobCount {
  readonly waiting: number;
  readonly dead: number;
  /** Of those that wait: of a kind that this release does not know. */
  readonly unknown: number;
}

export interface JobStore {
  /**
   * Those that are due and of a kind that this release knows, the longest waiting first; nobody else gets them before
   * `leaseMs` are over. What a newer release has put in stays for one that can do it.
   */
  claim(nowMs: number, most: number, leaseMs: number): Promise<readonly Job[]>;
  finish(job: Job): Promise<void>;
  /** @param problem a word of ours, never of somebody's answer */
  putOff(job: Job, runAfterMs: number, problem: string): Promise<void>;
  /** Kept, and not tried any more until somebody revives it. */
  bury(job: Job, problem: string, nowMs: number): Promise<void>;
  /** The dead ones first, then what waits longest. */
  list(limit: number): Promise<readonly JobState[]>;
  count(): Promise<JobCount>;
  /** False when there is no such dead one. */
  revive(id: string, nowMs: number): Promise<boolean>;
  /** False when there is no such dead one. */
  drop(id: string): Promise<boolean>;
}
