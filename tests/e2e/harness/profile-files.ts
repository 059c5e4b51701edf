import { randomBytes } from 'node:crypto';
import { globSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What Chromium keeps of one origin's IndexedDB, as files: to be harmed while the browser is closed. */
export class ProfileFiles {
  readonly #profile: string;
  readonly #folder: string;

  constructor(profile: string) {
    this.#profile = profile;
    this.#folder = path.join(profile, 'Default', 'IndexedDB');
  }

  /** Overwrites every file of the store that fits with noise; tells how many there were. */
  scramble(pattern: '*.log' | 'MANIFEST-*'): number {
    const files = globSync(path.join(this.#folder, '*.indexeddb.leveldb', pattern));
    for (const file of files) writeFileSync(file, randomBytes(statSync(file).size));
    return files.length;
  }

  /** Cuts the last bytes off the log, as a write that power loss tore. */
  tearLog(bytes: number): number {
    const files = globSync(path.join(this.#folder, '*.indexeddb.leveldb', '*.log')).filter(
      (file) => statSync(file).size > bytes,
    );
    for (const file of files) truncateSync(file, statSync(file).size - bytes);
    return files.length;
  }

  /** Removes the files that values of about this size lie in; tells how many there were. */
  removeBlobs(aboutBytes: number): number {
    const files = globSync(path.join(this.#folder, '*.indexeddb.blob', '**', '*'), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => Math.abs(statSync(file).size / aboutBytes - 1) < 0.1);
    for (const file of files) rmSync(file);
    return files.length;
  }

  /** Names of files anywhere in the profile that hold one of these, as bytes or as text in UTF-8 or UTF-16. */
  findAny(canaries: readonly (string | Buffer)[]): readonly string[] {
    const needles = canaries.flatMap((canary) =>
      typeof canary === 'string' ? [Buffer.from(canary), Buffer.from(canary, 'utf16le')] : [canary],
    );
    return globSync(path.join(this.#profile, '**', '*'), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => {
        const bytes = readFileSync(file);
        return needles.some((needle) => bytes.includes(needle));
      })
      .map((file) => path.relative(this.#profile, file));
  }
}
