/**
 * Holds package.json and package-lock.json to what makes an install safe and the same everywhere.
 * `node tools/checks/lockfile.ts [folder]`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../node24.mjs';

const Names = z.record(z.string(), z.string()).default({});
const Package = z.object({ dependencies: Names, devDependencies: Names, optionalDependencies: Names });
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      link: z.boolean().optional(),
    }),
  ),
});

/** These ask for an install script, work without it, and .npmrc never lets it run. A new name here needs a reason. */
const worksWithoutItsScript: readonly string[] = ['fsevents'];

export function findLockfileFaults(folder: string): readonly string[] {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const faults: string[] = [];
  const own = Package.parse(JSON.parse(read('package.json')));
  const { packages } = Lock.parse(JSON.parse(read('package-lock.json')));
  for (const [name, version] of Object.entries({
    ...own.dependencies,
    ...own.devDependencies,
    ...own.optionalDependencies,
  })) {
    if (!/^(?:npm:(?:@[\w-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)) {
      faults.push(`package.json: ${name} "${version}" is not one exact version, so two installs could differ.`);
    }
  }
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '') continue;
    if (entry.resolved !== undefined) {
      faults.push(
        `package-lock.json: ${path} names the address it came from. Keep omit-lockfile-registry-resolved in .npmrc.`,
      );
    }
    if (entry.integrity === undefined && entry.link !== true) {
      faults.push(`package-lock.json: ${path} has no integrity hash, so its bytes are not fixed.`);
    }
    const name = path.split('node_modules/').at(-1) ?? path;
    if (entry.hasInstallScript === true && !worksWithoutItsScript.includes(name)) {
      faults.push(`package-lock.json: ${path} wants to run a script at install. Choose a package that does not.`);
    }
  }
  const settings = read('.npmrc').split('\n');
  for (const wanted of ['ignore-scripts=true', 'omit-lockfile-registry-resolved=true', 'save-exact=true']) {
    if (!settings.includes(wanted)) faults.push(`.npmrc: ${wanted} is missing.`);
  }
  if (Object.keys(packages).length < 100)
    faults.push('package-lock.json: hardly any package in it, so nothing was checked.');
  return faults;
}

if (import.meta.main) {
  const faults = findLockfileFaults(process.argv[2] ?? root);
  for (const line of faults) console.error(line);
  if (faults.length > 0) process.exitCode = 1;
}
