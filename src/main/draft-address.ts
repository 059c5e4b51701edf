/** The draft whose form this address shows; null for every other address. */
export function draftIdOf(pathname: string): string | null {
  return /^\/isi\/([^/]+)/.exec(pathname)?.[1] ?? null;
}
