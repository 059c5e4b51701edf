import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Phone } from '../harness/phone.ts';
import type { Stage } from '../harness/stage.ts';
import { complain, seesReceived, sees, signIn } from './complaint.ts';

/** How this engine's phone loses the office, and gets it back. */
export interface Signal {
  lose(): Promise<void>;
  restore(): Promise<void>;
}

/** The one promise that everything else serves, the same in three engines. */
export async function keepMainPromise(stage: Stage, phone: Phone, signal: Signal): Promise<void> {
  const papers = [stage.photo(700_000), stage.pdf()];
  await phone.open('/');
  await sees(phone, /Pengaduan/);
  await signIn(phone, stage.citizen);
  await signal.lose();

  await complain(phone, 'jalan rusak', papers);
  await sees(phone, /Tersimpan di HP ini/);
  await phone.kill();
  await phone.relaunch();
  await phone.open('/permohonan');
  const waiting = await sees(phone, /Tersimpan di HP ini/);
  assert.doesNotMatch(waiting, /Diterima kantor/);

  await signal.restore();
  // A cookie that the browser had not written down when it was killed: the queue waits for its owner, and goes.
  if (/Masuk untuk mengirim/.test(await phone.text())) await signIn(phone, stage.citizen);
  await seesReceived(phone);
  await sees(phone, /Diterima kantor · No\. 3603-/);
  await expectOnceAndWhole(
    stage,
    papers.map(({ bytes }) => bytes),
  );
}

/** Past the proxy: exactly one application, and every file as it was picked. */
export async function expectOnceAndWhole(stage: Stage, files: readonly Buffer[]): Promise<void> {
  const office = await stage.officeView();
  const applications = await office.listApplications();
  assert.equal(applications.length, 1);
  const application = applications[0];
  assert.ok(application);
  assert.equal(application.status, 'submitted');
  assert.deepEqual(application.missingDocuments, []);
  const arrived = await Promise.all(application.documents.map(async ({ id }) => hash(await office.readDocument(id))));
  assert.deepEqual(arrived.toSorted(), files.map(hash).toSorted());
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
