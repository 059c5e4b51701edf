import { execFile } from 'node:child_process';
import { root } from '../node24.mjs';

export interface ProgramRun {
  readonly code: number;
  readonly output: string;
  readonly out: string;
}

/** Runs a program in the project's folder; `node` is this very Node. */
export function runProgram([file = '', ...rest]: readonly string[]): Promise<ProgramRun> {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  return new Promise((resolve) => {
    const program = file === 'node' ? process.execPath : file;
    execFile(program, rest, { cwd: root, env, maxBuffer: 256 * 1024 * 1024 }, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, out, output: `${out}${err}${error !== null && out === '' && err === '' ? error.message : ''}` });
    });
  });
}
