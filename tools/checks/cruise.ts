import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Result = z.object({
  modules: z.array(
    z.object({
      source: z.string(),
      dependencies: z.array(z.object({ resolved: z.string(), dependencyTypes: z.array(z.string()) })),
    }),
  ),
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string(), severity: z.string() }) }),
    ),
    ruleSetUsed: z.object({
      forbidden: z.array(z.object({ name: z.string(), comment: z.string().optional() })),
    }),
  }),
});
export type CruiseResult = z.infer<typeof Result>;

/** Everything that the import rules look at. */
const folders = ['src', 'server', 'tests', 'tools', 'bench', 'pwa.manifest.ts', 'vite.config.ts'];

/** Follows every import of the project in `folder` and holds it against .dependency-cruiser.mjs. */
export function cruise(folder: string): Promise<CruiseResult> {
  const words = [
    join(folder, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    ...folders.filter((name) => existsSync(join(folder, name))),
  ];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, words, { cwd: folder, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      // It exits with the number of violations, so only an answer that is not JSON is a failure.
      if (stdout.startsWith('{')) resolve(Result.parse(JSON.parse(stdout)));
      else reject(new Error(`dependency-cruiser gave no answer: ${stderr}`, { cause: error }));
    });
  });
}
