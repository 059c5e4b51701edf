import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';

const format = 'ajukan-release-1';
const Manifest = z.strictObject({
  format: z.literal(format),
  /** What it was built from. */
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  /** Every file of the front end, by its path: size in bytes and SHA-256 in hexadecimal. */
  files: z.array(
    z.strictObject({
      path: z.string().min(1),
      size: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

export interface SignedManifest {
  /** The text as it was signed, byte for byte. */
  readonly manifest: Buffer;
  /** Ed25519 over it: 64 bytes. */
  readonly signature: Buffer;
}

/** SHA-256 and size of every file under a folder, in the order of their paths, which have "/" everywhere. */
export function filesOf(folder: string): z.output<typeof Manifest>['files'] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const bytes = readFileSync(file);
      const path = relative(folder, file).split(sep).join('/');
      return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    })
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** @param key private half, Ed25519 */
export function signRelease(folder: string, commit: string, key: KeyObject): SignedManifest {
  const content = Manifest.parse({ format, commit, files: filesOf(folder) });
  if (content.files.length === 0) throw new Error(`There is nothing in ${folder}`);
  const manifest = Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
  return { manifest, signature: sign(null, manifest, key) };
}

/** What is wrong with a release: who signed it, and every file that is not as it was signed, is missing or was added. */
export function faultsOfRelease(
  folder: string,
  { manifest, signature }: SignedManifest,
  key: KeyObject,
): readonly string[] {
  // Nothing of it is believed before.
  if (!verify(null, manifest, createPublicKeyOf(key), signature)) return ['the manifest is not signed with this key'];
  const read = Manifest.safeParse(parsed(manifest));
  if (!read.success) return ['the manifest is of another kind'];
  const there = new Map(filesOf(folder).map((file) => [file.path, file]));
  const signed = new Set(read.data.files.map(({ path }) => path));
  return [
    ...read.data.files.filter(({ path }) => !there.has(path)).map(({ path }) => `${path} is missing`),
    ...read.data.files
      .filter(
        ({ path, size, sha256 }) =>
          there.has(path) && (there.get(path)?.sha256 !== sha256 || there.get(path)?.size !== size),
      )
      .map(({ path }) => `${path} is not what was signed`),
    ...[...there.keys()].filter((path) => !signed.has(path)).map((path) => `${path} was not signed`),
  ];
}

/** The commit that a manifest names; only for one without faults. */
export function commitOf({ manifest }: SignedManifest): string {
  return Manifest.parse(parsed(manifest)).commit;
}

function createPublicKeyOf(key: KeyObject): KeyObject {
  return key.type === 'private' ? createPublicKey(key) : key;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
