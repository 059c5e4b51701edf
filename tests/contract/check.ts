import type { ApiClient } from './api-client.ts';
import type { SampleDefinition } from './sample/definition.ts';
import type { Target } from './target.ts';

/**
 * core: applications, catalogue, change feed. uploads: documents over tus. officer: the other side of the counter.
 * sealing: what only the office can open, for backends that take it. ticket: handing in with nobody signed in, for
 * backends that offer it. push: browsers that are woken, for backends that do so. revision: what was given back is
 * repaired, and what was handed in taken back, for backends that offer it. results: what an office gives. survey: how
 * the service was, said by who applied; both for backends that offer them. reveal: numbers that officials see when they ask
 * for them, for backends that mask them.
 */
export const levels = [
  'core',
  'uploads',
  'officer',
  'sealing',
  'ticket',
  'push',
  'revision',
  'results',
  'survey',
  'reveal',
] as const;
export type Level = (typeof levels)[number];

/** One promise of the contract, told as a sentence and tried on the backend. */
export interface Check {
  /** Stays the same for ever: reports of different days are compared by it. */
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  /** Only where codes are sent, or looks are noted, and the suite can read them. */
  readonly needs?: 'codes' | 'notes';
  /** Resolves when the promise holds; rejects with CheckFailed, whose message says what was asked and what came. */
  run(context: CheckContext): Promise<void>;
}

export interface CheckContext {
  /** Two citizens who know nothing of one another. */
  readonly citizenA: ApiClient;
  readonly citizenB: ApiClient;
  /** Of use in levels officer, revision, results, survey and reveal only. */
  readonly officer: ApiClient;
  /** Without a token. */
  readonly nobody: ApiClient;
  /** With a token that nobody issued. */
  readonly impostor: ApiClient;
  /** All services on offer. */
  readonly definitions: readonly SampleDefinition[];
  /** The service that most checks apply for. */
  readonly target: Target;
  readonly maxUploadSizeBytes: number;
  /** Whoever has this token. */
  as(name: string, token: string): ApiClient;
  /** What was sent to a number; null where nobody can tell, or nothing is sent. */
  readonly codeSentTo: ((phone: string) => Promise<string | undefined>) | null;
  /** What is noted of looks at the numbers of an application, a line each; null where nobody can tell. */
  readonly revealsNotedOf: ((applicationId: string) => Promise<readonly string[]>) | null;
  /** Null: nothing sealed is taken. */
  readonly sealing: { readonly keys: readonly unknown[] } | null;
  /** What the capabilities name. */
  readonly features: ReadonlySet<string>;
  /** The key that browsers are given; null: nobody is woken. */
  readonly pushKey: string | null;
}
