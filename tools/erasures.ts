/**
 * `npm run erasures -- list`: open requests to be erased, the one that is due first comes first; fails when one is overdue.
 * `-- close ACCOUNT`: the office has decided what becomes of what it kept. Of DATA_DIR, or of DATABASE_URL.
 * `-- marks`: who and what was erased, who is signed in and which phones are lost, by ids alone, to be kept apart from the
 * backups; `-- replay FILE`: erases it once more from a restored backup and ends what had ended, before a server is started on it.
 */
import { readFileSync } from 'node:fs';
import type { SqlDatabase } from '#server/stores/sql-database.ts';
import { AccessMarks, readAccessMarks, replayAccessMarks } from '#server/stores/sql-access-marks.ts';
import { ErasureMarks, readErasureMarks, replayErasureMarks } from '#server/stores/sql-erasure-marks.ts';
import { sqlErasureStore } from '#server/stores/sql-erasure-store.ts';
import { withOfficeDatabase } from './office-database.ts';

/** Those of an older release know nothing of who was signed in. */
const Marks = ErasureMarks.extend({ access: AccessMarks.optional() });

const [command = 'list', named] = process.argv.slice(2);
await withOfficeDatabase(run);

async function run(opened: SqlDatabase): Promise<number> {
  const store = sqlErasureStore(opened);
  const nowMs = Date.now();
  if (command === 'marks') {
    console.log(JSON.stringify({ ...(await readErasureMarks(opened)), access: await readAccessMarks(opened, nowMs) }));
    return 0;
  }
  if (command === 'replay' && named !== undefined) {
    const { access, ...marks } = Marks.parse(JSON.parse(readFileSync(named, 'utf8')));
    const { accounts, applications } = await replayErasureMarks(opened, marks, nowMs);
    console.log(`erased again: ${accounts} accounts, and ${applications} applications beside them`);
    if (access === undefined) {
      console.log('These marks are of an older release: they do not tell who was signed in.');
      return 0;
    }
    const { sessions, tickets, orders } = await replayAccessMarks(opened, access, nowMs);
    console.log(`ended again: ${sessions} sessions, ${tickets} tickets, ${orders} lost phones`);
    return 0;
  }
  if (command === 'close' && named !== undefined) {
    const closed = await store.close(named, nowMs);
    console.log(closed ? 'closed' : 'There is no open request of this account.');
    return closed ? 0 : 1;
  }
  if (command !== 'list') {
    console.error('list, close ACCOUNT, marks, or replay FILE');
    return 2;
  }
  const open = await store.listOpen();
  for (const { accountId: id, requestedAtMs, dueAtMs, erased, kept } of open) {
    const hours = Math.floor((dueAtMs - nowMs) / 3_600_000);
    const left = hours < 0 ? `OVERDUE by ${-hours} h` : `${hours} h left`;
    const since = new Date(requestedAtMs).toISOString();
    console.log(`${id}  asked ${since}  ${left}  erased ${erased}, kept ${kept}`);
  }
  console.log(`${open.length} open`);
  return open.some(({ dueAtMs }) => dueAtMs < nowMs) ? 1 : 0;
}
