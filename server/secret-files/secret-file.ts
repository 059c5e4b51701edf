import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs';

/** The text of a file; undefined where there is none. Throws for anything else that can't be read. */
export function readSecret(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** In place of what is there: for its owner only, and whole or not at all. */
export function replaceSecret(path: string, text: string): void {
  renameSync(draftOf(path, text), path);
}

/** The same where there is none yet. False when somebody else has made it in the meantime: theirs stays. */
export function createSecret(path: string, text: string): boolean {
  const draft = draftOf(path, text);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

/** What is there, or else what is made now. Of two servers that start at once, one's becomes that of both. */
export function readOrCreateSecret(path: string, make: () => string): string {
  const known = readSecret(path);
  if (known !== undefined) return known;
  const made = make();
  return createSecret(path, made) ? made : (readSecret(path) ?? '');
}

function draftOf(path: string, text: string): string {
  const draft = `${path}.${randomUUID()}`;
  const descriptor = openSync(draft, 'wx', 0o600);
  writeSync(descriptor, text);
  fsyncSync(descriptor);
  closeSync(descriptor);
  return draft;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
