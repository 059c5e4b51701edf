/** How long the browser keeps what this app stores. */
export type Keeping =
  /** Not looked at yet. */
  | 'unknown'
  /** The browser has promised not to clear it by itself. */
  | 'kept'
  /** It may, when the phone is full (F22); and a private window of Chromium, which gives no sign of itself, will. */
  | 'may-be-cleared'
  /** A private window: all of it is gone when it is closed (F20). */
  | 'until-closed';

/**
 * Safari clears what a site in a tab has stored after so many days without a visit, an installed app's not
 * (https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/); null: no such rule is known.
 */
export function keptForDays(): number | null {
  return 'standalone' in navigator && navigator.standalone === false ? 7 : null;
}

/** Firefox and Safari refuse a private window its file system, by these names; nothing else tells it apart. */
const refusals = ['SecurityError', 'UnknownError'];

export async function readKeeping(): Promise<Keeping> {
  // Missing, whole or in part, in some WebKit builds.
  const storage = navigator.storage as Partial<StorageManager> | undefined;
  if ((await storage?.persisted?.().catch(() => false)) === true) return 'kept';
  const refusal = await storage?.getDirectory?.().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.name : null),
  );
  return refusals.includes(refusal ?? '') ? 'until-closed' : 'may-be-cleared';
}
