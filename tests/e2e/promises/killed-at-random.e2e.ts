import assert from 'node:assert/strict';
import { z } from 'zod';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import type { Stage } from '../harness/stage.ts';
import { patienceMs, until } from '../harness/until.ts';
import type { SampleFile } from '../samples/sample-file.ts';
import { settleIn } from '../pages/account.ts';
import { attachEvidence, begin, fillComplaint, goToReview, send } from '../pages/complaint.ts';
import { readWhatArrived } from '../pages/office-truth.ts';
import { readRows } from '../pages/phone-store.ts';
import { at, sees } from '../pages/screen.ts';

/** KILL_ROUNDS=300 for a long night. */
const rounds = Number(process.env['KILL_ROUNDS'] ?? 10);
/** What the person is at when the moment is chosen, and how long that lasts. */
const phases = [
  { name: 'typing', lastsMs: 1_200 },
  { name: 'attaching', lastsMs: 500 },
  { name: 'Kirim', lastsMs: 250 },
  { name: 'uploading', lastsMs: 1_500 },
] as const;
type Phase = (typeof phases)[number]['name'];

/** One application that was begun, and what the screen has promised about it. */
interface Begun {
  readonly title: string;
  readonly photo: SampleFile;
  promised: 'nothing' | 'draft' | 'application';
}

promise(
  `F1 F2 F3: a browser killed ${rounds} times while it is used loses nothing that it called stored, and doubles nothing`,
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    // A session that was written down long ago, as on a phone in daily use.
    await phone.close();
    await phone.relaunch();
    stage.proxy.wire = { upBytesPerSecond: 250_000 };
    const all: Begun[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const phase = phases[round % phases.length] ?? phases[0];
      const begun: Begun = { title: `KANARI bunuh ${round}`, photo: stage.photo(200_000), promised: 'nothing' };
      all.push(begun);
      await useUntilKilled(phone, begun, phase.name, Math.random() * phase.lastsMs);
      await phone.relaunch();
    }
    stage.proxy.wire = {};
    await judge(stage, phone, all);
  },
  { limitMs: 60_000 + rounds * 30_000, usualMs: rounds * 4_500 },
);

/** Goes through the form as far as the browser lives: it dies `delayMs` after the phase has begun. */
async function useUntilKilled(phone: ChromiumPhone, begun: Begun, last: Phase, delayMs: number): Promise<void> {
  const killed = Promise.withResolvers<void>();
  let isDead = false;
  const enter = (phase: Phase): void => {
    if (phase !== last) return;
    setTimeout(() => {
      isDead = true;
      phone.kill().then(killed.resolve, killed.reject);
    }, delayMs);
  };
  try {
    await begin(phone, 'pengaduan');
    enter('typing');
    await phone.type(at('field-judul'), begun.title);
    await sees(phone, /Draf tersimpan/);
    begun.promised = 'draft';
    await fillComplaint(phone, begun.title.replace('KANARI ', ''));
    enter('attaching');
    await attachEvidence(phone, [begun.photo]);
    await goToReview(phone);
    enter('Kirim');
    await send(phone);
    begun.promised = 'application';
    enter('uploading');
  } catch (error) {
    if (!isDead) throw error;
  }
  await killed.promise;
}

async function judge(stage: Stage, phone: ChromiumPhone, all: readonly Begun[]): Promise<void> {
  await phone.open('/permohonan');
  await until('nothing waits on the phone any more', async () => (await titlesOf(phone)).waiting === 0, 2 * patienceMs);
  const { drafts } = await titlesOf(phone);
  const arrived = await readWhatArrived(stage);
  for (const { title, photo, promised } of all) {
    const there = arrived.filter(({ answers }) => answers['judul'] === title);
    const asDraft = drafts.filter((draft) => draft === title);
    const places = `${title}: ${asDraft.length} drafts, ${there.length} at the office, promised ${promised}`;
    assert.ok(there.length + asDraft.length <= 1, places);
    if (promised === 'application') assert.equal(there.length, 1, places);
    if (promised === 'draft') assert.equal(there.length + asDraft.length, 1, places);
    for (const { hashes } of there) assert.deepEqual(hashes, [photo.sha256], `${title} is not as it was picked`);
  }
  assert.equal(new Set(arrived.map(({ answers }) => answers['judul'])).size, arrived.length);
  const count = (promised: Begun['promised']): number => all.filter((begun) => begun.promised === promised).length;
  stage.note(
    `${all.length} kills, ${count('application')} applications and ${count('draft')} drafts promised, 0 lost, ` +
      `${arrived.length} at the office, each once and whole`,
  );
}

const DraftRow = z.object({ draft: z.object({ answers: z.object({ judul: z.string().optional() }) }) });
const OutboxRow = z.object({ state: z.string() });

async function titlesOf(
  phone: ChromiumPhone,
): Promise<{ readonly waiting: number; readonly drafts: readonly string[] }> {
  const rows = z.array(OutboxRow).parse(await readRows(phone, 'outbox'));
  const drafts = z.array(DraftRow).parse(await readRows(phone, 'drafts'));
  return {
    waiting: rows.filter(({ state }) => state !== 'delivered').length,
    drafts: drafts.map(({ draft }) => draft.answers.judul ?? ''),
  };
}
