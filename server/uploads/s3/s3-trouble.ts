import { StoreUnavailableError } from '../../stores/sql-database.ts';

/** The store said no, or nothing: to whoever sends it is "not now"; `code` is for the person who runs it. */
export class S3Trouble extends StoreUnavailableError {
  /** S3's own word like "NoSuchBucket", or that of the network like "ECONNREFUSED". */
  readonly code: string;
  readonly mayPass: boolean;

  constructor(code: string, mayPass: boolean, cause?: unknown) {
    super(`Files: S3 ${code}`, { cause });
    this.code = code;
    this.mayPass = mayPass;
  }
}

const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

export async function troubleOf(response: Response): Promise<S3Trouble> {
  const said = await response.text().catch(() => '');
  const code = /<Code>([A-Za-z]{1,60})<\/Code>/.exec(said)?.[1] ?? String(response.status);
  return new S3Trouble(code, passing.has(response.status));
}

/** Of an error of fetch's: the network's own word stands in its cause. */
export function networkTrouble(error: unknown): S3Trouble {
  if (error instanceof S3Trouble) return error;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return new S3Trouble(cause.code, true, error);
    if (cause.name === 'TimeoutError' || cause.name === 'AbortError') return new S3Trouble('no answer', true, error);
  }
  return new S3Trouble('broken off', true, error);
}
