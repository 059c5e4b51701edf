import type { OfficeOptions } from './office.ts';
import type { Stage } from './stage.ts';

export interface RegisteredPromise {
  readonly title: string;
  readonly limitMs: number;
  /** About so long on a machine that does nothing else. */
  readonly usualMs: number;
  readonly keep: (stage: Stage) => Promise<void>;
}

const registered: RegisteredPromise[] = [];
let officeOptions: OfficeOptions = {};

/**
 * A test whose title is a promise to a user. It fails when `keep` rejects, or a browser complained meanwhile. One that
 * takes long says so in `usualMs`: those begin first.
 */
export function promise(
  title: string,
  keep: (stage: Stage) => Promise<void>,
  times: { readonly limitMs?: number; readonly usualMs?: number } = {},
): void {
  registered.push({ title, keep, limitMs: times.limitMs ?? 180_000, usualMs: times.usualMs ?? 8_000 });
}

/** The office that all promises of the file share. */
export function useOffice(options: OfficeOptions): void {
  officeOptions = options;
}

/** What the file imported last registered; empties the list for the next one. */
export function takeRegistered(): { readonly promises: readonly RegisteredPromise[]; readonly office: OfficeOptions } {
  const taken = { promises: registered.splice(0), office: officeOptions };
  officeOptions = {};
  return taken;
}
