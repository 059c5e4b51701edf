import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { getBinary } from './find-binary.ts';
import { within } from './until.ts';

/** A screen that nobody sees, with a number that was free. */
export async function startScreen(): Promise<{ readonly display: string; close(): void }> {
  const screen: ChildProcess = spawn(
    getBinary('XVFB_PATH', ['Xvfb']),
    ['-displayfd', '3', '-screen', '0', '800x900x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const stop = (): void => {
    screen.kill('SIGKILL');
  };
  process.once('exit', stop);
  const numbers = screen.stdio[3];
  if (numbers === null || numbers === undefined) throw new Error('Xvfb has no pipe for its number');
  const [number]: unknown[] = await within('Xvfb names its display', once(numbers, 'data'));
  return { display: `:${String(number).trim()}`, close: stop };
}
