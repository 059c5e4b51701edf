import { execFileSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

/** Every file that is, or is about to be, in the repository: what git tracks and what it does not ignore. */
export function repoFiles(folder: string): readonly string[] {
  if (existsSync(join(folder, '.git'))) {
    const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return list.split('\0').filter((path) => path !== '' && existsSync(join(folder, path)));
  }
  return globSync('**/*', {
    cwd: folder,
    withFileTypes: true,
    exclude: (entry) => ['node_modules', 'dist', 'dist-bench', 'data', '.cache'].includes(entry.name),
  })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replace(/^\//, ''));
}
