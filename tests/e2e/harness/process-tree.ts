import { readdirSync, readFileSync } from 'node:fs';
import { until } from './until.ts';

/** Kills the process and everything that it started, without a chance to tidy up; resolves when all are gone. */
export async function killTree(pid: number): Promise<void> {
  const family = [pid, ...listDescendants(pid)];
  for (const member of family) kill(member);
  await until(`process ${pid} and its children are gone`, () => family.every((member) => !isAlive(member)));
}

function listDescendants(pid: number): readonly number[] {
  const children = listChildren(pid);
  return children.flatMap((child) => [child, ...listDescendants(child)]);
}

function listChildren(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
        .split(' ')
        .filter((text) => text !== '')
        .map(Number),
    );
  } catch {
    return [];
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

/** A zombie is dead: nobody may ever collect it here. */
function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/^\d+ \(.*\) [ZX]/s.test(stat);
  } catch {
    return false;
  }
}
