import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { z } from 'zod';
import { root } from '../node24.mjs';
import { runProgram } from './run-program.ts';

const Sbom = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(z.object({ name: z.string(), version: z.string(), purl: z.string().startsWith('pkg:npm/') })),
});
const Lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });

/** R34: the bill of materials can be made from the lock alone, and names every package that the lock names. */
export async function checkSbom(): Promise<readonly string[]> {
  const { code, out, output } = await runProgram(['npm', 'sbom', '--package-lock-only', '--sbom-format', 'cyclonedx']);
  if (code !== 0) return [`npm sbom failed: ${output.slice(0, 500)}`];
  const sbom = Sbom.safeParse(JSON.parse(out));
  if (!sbom.success) return [`npm sbom: ${z.prettifyError(sbom.error)}`];
  const listed = new Set(sbom.data.components.map(({ purl }) => decodeURIComponent(purl)));
  const { packages } = Lock.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const missing = Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version }]) => `${path.split('node_modules/').at(-1) ?? ''}@${version ?? ''}`)
    .filter(
      (name) => ![...listed].some((purl) => purl.startsWith(`pkg:npm/${name}`)) && !name.startsWith('typescript7@'),
    );
  return missing.map((name) => `the bill of materials lacks ${name}`);
}

/** R35: the same sources, built once more in another folder, give the same bytes. */
export async function checkReproducible(): Promise<readonly string[]> {
  const dist = join(root, 'dist');
  if (!existsSync(join(dist, 'index.html'))) return ['There is no dist/: run npm run build first'];
  const again = mkdtempSync(join(tmpdir(), 'ajukan-rebuilt-'));
  try {
    await build({ root, mode: 'production', logLevel: 'error', build: { outDir: again, emptyOutDir: true } });
    const rebuilt = hashesOf(again);
    const faults = [...rebuilt]
      .filter(([name, hash]) => hashesOf(dist, name).get(name) !== hash)
      .map(([name]) => `${name} is not the same when it is built again`);
    if (rebuilt.size < 20) faults.push(`only ${rebuilt.size} files were built`);
    return faults;
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
}

function hashesOf(folder: string, pattern = '**/*'): ReadonlyMap<string, string> {
  return new Map(
    globSync(pattern, { cwd: folder, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')] as const;
      }),
  );
}
