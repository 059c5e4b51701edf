import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { repoFiles } from '../checks/repo-files.ts';
import { root } from '../node24.mjs';

/** New text for a file, or a change of the text that it has. */
export type Change = string | ((text: string) => string);

export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

export interface BrokenCopy {
  readonly folder: string;
  /** Breaks the copy, runs the words, and puts the copy back as it was. */
  readonly run: (changes: Readonly<Record<string, Change>>, words: readonly string[]) => Promise<Ran>;
  readonly remove: () => void;
}

/** A copy of the project as it lies here, with the same packages, for breaking on purpose. */
export function makeCopy(): BrokenCopy {
  const folder = mkdtempSync(join(tmpdir(), 'ajukan-nets-'));
  for (const path of repoFiles(root)) cpSync(join(root, path), join(folder, path));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    run: async (changes, words) => {
      const undo = Object.entries(changes).map(([path, change]) => applyChange(join(folder, path), change));
      try {
        return await runHere(folder, words);
      } finally {
        for (const step of undo) step();
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

type Catcher = (
  words: readonly string[],
  changes: Readonly<Record<string, Change>>,
  reasons: readonly RegExp[],
) => Promise<void>;

/** Breaks the copy, runs a check on it, and expects it to fail for each of the reasons. */
export function catcher(copyOf: () => BrokenCopy): Catcher {
  return async (words, changes, reasons) => {
    const { code, output } = await copyOf().run(changes, words);
    expect(code, output).not.toBe(0);
    for (const reason of reasons) expect(output).toMatch(reason);
  };
}

function applyChange(path: string, change: Change): () => void {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  const after = typeof change === 'string' ? change : change(before ?? '');
  if (after === before) throw new Error(`${path} was not broken: the change changes nothing.`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, after);
  return () => {
    if (before === null) rmSync(path);
    else writeFileSync(path, before);
  };
}

function runHere(folder: string, [file = '', ...rest]: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(file === 'node' ? process.execPath : file, rest, {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', VITEST: undefined, NODE_ENV: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
