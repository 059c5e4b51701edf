/** `npm run keys -- …`: the keys that applications are sealed to. The server notices a changed file by itself. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  createPrivately,
  isRecoveryKey,
  type KeyFile,
  keyFileName,
  newKeyPair,
  publicHalf,
  readKeyFile,
  writePrivately,
} from '#server/sealing/key-file.ts';

const usage = `
  npm run keys -- list                    the keys of the office and of recovery, and since when one is retired
  npm run keys -- new                     a new key, valid from now for a year; phones take it at their next contact
  npm run keys -- retire <kid>            phones are not given this key any more; it goes on opening what comes
  npm run keys -- recovery <out file>     a recovery pair, made on a computer without network; prints its public half
  npm run keys -- trust <public file>     the public half of a recovery key is given to phones as well

  --file <key file>   default: SEALING_KEYS, or ${keyFileName} in DATA_DIR
  Keep a retired key for 180 days at least: a phone may hold what was sealed to it for that long.
`;
const keptDays = 180;
const dayMs = 24 * 60 * 60 * 1000;

class Mistake extends Error {}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { file: { type: 'string' } } });
const [command = 'help', argument] = positionals;
const path = resolve(
  values.file ?? process.env['SEALING_KEYS'] ?? join(process.env['DATA_DIR'] ?? 'data', keyFileName),
);

try {
  await run();
} catch (error) {
  if (!(error instanceof Mistake)) throw error;
  console.error(`keys: ${error.message}`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  if (command === 'list') return list(held());
  if (command === 'new') return addNew();
  if (command === 'retire' && argument !== undefined) return retire(held(), argument);
  if (command === 'recovery' && argument !== undefined) return makeRecovery(resolve(argument));
  if (command === 'trust' && argument !== undefined) return trust(held(), resolve(argument));
  console.log(usage);
  if (command !== 'help') process.exitCode = 1;
}

function held(): KeyFile {
  const keys = readKeyFile(path);
  if (keys === 'missing') throw new Mistake(`there is no ${path}. Make it with: npm run keys -- new`);
  if (keys === 'unreadable') throw new Mistake(`${path} is not a file of sealing keys, and nothing was changed`);
  return keys;
}

function list({ office, recovery }: KeyFile): void {
  for (const { kid, notBefore, notAfter, retiredAt } of office) {
    const state =
      retiredAt === undefined ? `until ${notAfter.slice(0, 10)}` : `retired, keep until ${keepUntil(retiredAt)}`;
    console.log(`office    ${kid}  from ${notBefore.slice(0, 10)}  ${state}`);
  }
  for (const { kid, notBefore, notAfter } of recovery)
    console.log(`recovery  ${kid}  from ${notBefore.slice(0, 10)}  until ${notAfter.slice(0, 10)}`);
  if (recovery.length === 0)
    console.log('There is no recovery key: what phones have sealed is lost with this file. See npm run keys.');
}

function keepUntil(retiredAt: string): string {
  return new Date(Date.parse(retiredAt) + keptDays * dayMs).toISOString().slice(0, 10);
}

async function addNew(): Promise<void> {
  const key = await newKeyPair(Date.now());
  if (createPrivately(path, { office: [key], recovery: [] })) return console.log(`made ${path} with ${key.kid}`);
  const keys = held();
  writePrivately(path, { ...keys, office: [...keys.office, key] });
  console.log(`added ${key.kid}. When phones have had time to hear of it, retire the one before.`);
}

function retire(keys: KeyFile, kid: string): void {
  const key = keys.office.find((one) => one.kid === kid);
  if (key === undefined) throw new Mistake(`there is no office key ${kid}`);
  if (!keys.office.some((one) => one.kid !== kid && one.retiredAt === undefined))
    throw new Mistake('it is the last one in use: make a new one first');
  const retiredAt = key.retiredAt ?? new Date().toISOString();
  writePrivately(path, {
    ...keys,
    office: keys.office.map((one) => (one.kid === kid ? { ...one, retiredAt } : one)),
  });
  console.log(`retired ${kid}: it still opens what was sealed to it. Keep it until ${keepUntil(retiredAt)} at least.`);
}

async function makeRecovery(out: string): Promise<void> {
  const { kid, notBefore, jwk } = await newKeyPair(Date.now());
  // It lies in a safe: a year is too short for it.
  const notAfter = new Date(Date.now() + 10 * 365 * dayMs).toISOString();
  if (!createPrivately(out, { kid, notBefore, notAfter, jwk })) throw new Mistake(`${out} is there already`);
  console.log(JSON.stringify({ kid, notBefore, notAfter, jwk: publicHalf(jwk) }));
}

function trust(keys: KeyFile, publicFile: string): void {
  const key: unknown = JSON.parse(readFileSync(publicFile, 'utf8'));
  if (!isRecoveryKey(key))
    throw new Mistake(`${publicFile} is not the public half of a recovery key; a private one is never taken`);
  const others = keys.recovery.filter(({ kid }) => kid !== key.kid);
  writePrivately(path, { ...keys, recovery: [...others, key] });
  console.log(`phones are given recovery key ${key.kid} from now on`);
}
