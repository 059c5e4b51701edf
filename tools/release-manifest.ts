/**
 * `npm run release:manifest -- sign`: a list of every file of the built front end with its SHA-256, and the commit that it
 * was built from, signed with the Ed25519 key in RELEASE_KEY (PEM, or a file with it). Writes release/manifest.json and
 * release/manifest.sig; a tree with changes of its own has no commit to name, and is refused.
 * `-- verify KEY`: the public half (a file); fails when a file is not as it was signed. `--dist` and `--release` name other folders.
 * Without this program: openssl pkeyutl -verify -pubin -inkey KEY -rawin -in manifest.json -sigfile manifest.sig
 */
import { execFileSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './node24.mjs';
import { commitOf, faultsOfRelease, signRelease } from './release/manifest.ts';

const mostShown = 20;
const { values, positionals } = parseArgs({
  options: {
    dist: { type: 'string', default: join(root, 'dist') },
    release: { type: 'string', default: join(root, 'release') },
  },
  allowPositionals: true,
});
const [command, keyFile] = positionals;
const files = { manifest: join(values.release, 'manifest.json'), signature: join(values.release, 'manifest.sig') };

if (command === 'sign') process.exitCode = signNow();
else if (command === 'verify' && keyFile !== undefined) process.exitCode = verifyNow(keyFile);
else {
  console.error('sign, with RELEASE_KEY in the environment, or verify KEY');
  process.exitCode = 2;
}

function signNow(): number {
  const given = process.env['RELEASE_KEY']?.trim() ?? '';
  const key =
    given === '' ? undefined : ed25519(() => createPrivateKey(existsSync(given) ? readFileSync(given) : given));
  if (key === undefined) return refuse('RELEASE_KEY is no private Ed25519 key: openssl genpkey -algorithm ed25519');
  const git = (...words: readonly string[]) => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();
  if (git('status', '--porcelain') !== '')
    return refuse('Something here is in no commit: commit it, build, and sign then.');
  if (!existsSync(join(values.dist, 'index.html')))
    return refuse(`There is no built app in ${values.dist}: npm run build`);
  const signed = signRelease(values.dist, git('rev-parse', 'HEAD'), key);
  mkdirSync(values.release, { recursive: true });
  writeFileSync(files.manifest, signed.manifest);
  writeFileSync(files.signature, signed.signature);
  console.log(`${values.release}: commit ${commitOf(signed)} is signed`);
  return 0;
}

function verifyNow(file: string): number {
  const key = existsSync(file) ? ed25519(() => createPublicKey(readFileSync(file))) : undefined;
  if (key === undefined) return refuse(`${file} is no public Ed25519 key in PEM`);
  if (!existsSync(files.manifest) || !existsSync(files.signature))
    return refuse(`There is no manifest in ${values.release}`);
  const signed = { manifest: readFileSync(files.manifest), signature: readFileSync(files.signature) };
  const faults = faultsOfRelease(values.dist, signed, key);
  for (const fault of faults.slice(0, mostShown)) console.error(fault);
  if (faults.length > mostShown) console.error(`and ${faults.length - mostShown} more`);
  if (faults.length > 0) return 1;
  console.log(`every file is as it was signed, from commit ${commitOf(signed)}`);
  return 0;
}

function ed25519(read: () => KeyObject): KeyObject | undefined {
  try {
    const key = read();
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

function refuse(words: string): number {
  console.error(words);
  return 2;
}
