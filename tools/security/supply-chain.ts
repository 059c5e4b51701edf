import { generateKeyPairSync } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { z } from 'zod';
import { root } from '../node24.mjs';
import { commitOf, faultsOfRelease, filesOf, signRelease } from '../release/manifest.ts';
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
    const rebuilt = filesOf(again);
    const built = new Map(filesOf(dist).map(({ path, sha256 }) => [path, sha256]));
    const faults = rebuilt
      .filter(({ path, sha256 }) => built.get(path) !== sha256)
      .map(({ path }) => `${path} is not the same when it is built again`);
    if (rebuilt.length < 20) faults.push(`only ${rebuilt.length} files were built`);
    return faults;
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
}

/** R35: what is built can be signed, and is then known from the same files with one byte more. */
export function checkManifest(): readonly string[] {
  const dist = join(root, 'dist');
  if (!existsSync(join(dist, 'index.html'))) return ['There is no dist/: run npm run build first'];
  const commit = 'c0ffee'.padEnd(40, '0');
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signed = signRelease(dist, commit, privateKey);
  const other = mkdtempSync(join(tmpdir(), 'ajukan-release-'));
  try {
    cpSync(dist, other, { recursive: true });
    appendFileSync(join(other, 'sw.js'), ' ');
    const found = faultsOfRelease(other, signed, publicKey);
    return [
      ...faultsOfRelease(dist, signed, publicKey),
      ...(commitOf(signed) === commit ? [] : ['the manifest names another commit']),
      ...(found.length === 1 && found[0] === 'sw.js is not what was signed' ? [] : ['a changed worker is not noticed']),
    ];
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
}
