/** Why the server can't start, in words for the person who starts it. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

/** A file or folder that the operating system refuses, by its path; undefined when the error is about none. */
export function pathProblem(error: unknown): StartProblem | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('path' in error)) return undefined;
  return new StartProblem(
    `${String(error.path)} can't be used (${String(error.code)}). Move what is there away, or let this user read and write it.`,
    { cause: error },
  );
}
