/**
 * `npm run locks -- …`: shares of locks that wrong PINs have closed, and locks whose PIN and spare words are forgotten.
 * Two people open a lock: one who works on the server (copy, answer), and the keeper of the recovery key (open), on a
 * computer without network, who hears the check number from the officer and from nobody else. docs/lock.md says how.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mostTries } from '#domain/lock/office-tries.ts';
import { answerRecovery, CarriedAnswer, CarriedRecovery, checkNumberFor } from '#server/sealing/answer-recovery.ts';
import { privateKeysIn } from '#server/sealing/key-file.ts';
import { createSecret } from '#server/secret-files/secret-file.ts';
import type { LockRecovery } from '#server/stores/lock-store.ts';
import type { SqlDatabase } from '#server/stores/sql-database.ts';
import { sqlLockStore } from '#server/stores/sql-lock-store.ts';
import { withOfficeDatabase } from './office-database.ts';

const usage = `
  npm run locks -- list                       shares with wrong tries, and requests to open a lock
  npm run locks -- reopen <share>             ten more tries, once you know who is trying
  npm run locks -- copy <request> <out>       on the server: the request as a file for the recovery key
  npm run locks -- open <file> <out> --key <recovery key> --check "<number on the officer's phone>"
                                              on the computer of the recovery key
  npm run locks -- answer <file>              on the server: the phone gets what was opened
  npm run locks -- refuse <request>
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { key: { type: 'string' }, check: { type: 'string' } },
});
const [command = 'help', first = '', second = ''] = positionals;

if (command === 'open' && second !== '' && values.key !== undefined && values.check !== undefined)
  process.exitCode = await open(resolve(first), resolve(second), resolve(values.key), values.check);
else if (command === 'list' || (first !== '' && ['reopen', 'copy', 'answer', 'refuse'].includes(command)))
  await withOfficeDatabase(run);
else {
  console.log(usage);
  process.exitCode = command === 'help' ? 0 : 2;
}

async function run(database: SqlDatabase): Promise<number> {
  const locks = sqlLockStore(database);
  const nowMs = Date.now();
  switch (command) {
    case 'list':
      return list(database);
    case 'reopen':
      return said(await locks.reopenShare(first, nowMs), 'It may be tried again.', 'There is no such share.');
    case 'copy': {
      const found = (await locks.listRecoveries()).find(({ id }) => id === first);
      if (found === undefined || second === '')
        return said(false, '', 'There is no such request, or no file is named.');
      const made = createSecret(resolve(second), `${JSON.stringify(carried(found), null, 2)}\n`);
      return said(made, `Copied. Take ${second} to the recovery key.`, `${second} is there already.`);
    }
    case 'answer': {
      const { id, answer } = CarriedAnswer.parse(JSON.parse(readFileSync(resolve(first), 'utf8')));
      const told = await locks.answerRecovery(id, JSON.stringify(answer), nowMs);
      return said(told, 'The phone gets it when it asks next.', 'There is no such request, or it has an answer.');
    }
    default:
      return said(await locks.answerRecovery(first, null, nowMs), 'Refused.', 'There is no such open request.');
  }
}

async function list(database: SqlDatabase): Promise<number> {
  const locks = sqlLockStore(database);
  for (const { id, accountId, deviceId, failed, triedAtMs } of await locks.listTried())
    console.log(
      `share ${id}  account ${accountId}  phone ${deviceId}  ${failed >= mostTries ? 'closed' : `${failed} wrong`}  ${moment(triedAtMs)}`,
    );
  for (const one of await locks.listRecoveries()) {
    const state = one.answer !== null ? 'answered' : one.refusedAtMs !== null ? 'refused' : 'asked';
    const { answerTo } = carried(one);
    console.log(
      `request ${one.id}  account ${one.accountId}  phone ${one.deviceId}  ${state} ${moment(one.askedAtMs)}  check ${await checkNumberFor(answerTo)}`,
    );
  }
  return 0;
}

async function open(file: string, out: string, keyFile: string, check: string): Promise<number> {
  const request = CarriedRecovery.parse(JSON.parse(readFileSync(file, 'utf8')));
  const keys = privateKeysIn(JSON.parse(readFileSync(keyFile, 'utf8')));
  const answer = await answerRecovery(request, keys, check);
  if (typeof answer === 'string') return said(false, '', `locks: ${answer}`);
  const made = createSecret(out, `${JSON.stringify(answer)}\n`);
  return said(
    made,
    `Opened for account ${request.accountId}. Take ${out} back to the server.`,
    `${out} is there already.`,
  );
}

function carried({ id, accountId, askedAtMs, lockId, wrap, answerTo }: LockRecovery): CarriedRecovery {
  return CarriedRecovery.parse({
    id,
    accountId,
    askedAt: moment(askedAtMs),
    lockId,
    wrap: JSON.parse(wrap) as unknown,
    answerTo: JSON.parse(answerTo) as unknown,
  });
}

function said(done: boolean, well: string, badly: string): number {
  if (done) console.log(well);
  else console.error(badly);
  return done ? 0 : 1;
}

function moment(ms: number): string {
  return new Date(ms).toISOString();
}
