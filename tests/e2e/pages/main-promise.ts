import assert from 'node:assert/strict';
import type { Phone } from '../harness/phone.ts';
import type { Stage } from '../harness/stage.ts';
import { settleIn, signIn } from './account.ts';
import { complain } from './complaint.ts';
import { expectOnceAndWhole } from './office-truth.ts';
import { seesReceived } from './outbox.ts';
import { sees } from './screen.ts';

/** How this phone loses the office, and gets it back. */
export interface Signal {
  lose(): void | Promise<void>;
  restore(): void | Promise<void>;
}

/** The one promise that everything else serves, the same in three engines. */
export async function keepMainPromise(stage: Stage, phone: Phone, signal: Signal): Promise<void> {
  const papers = [stage.photo(300_000), stage.pdf()];
  await settleIn(phone, stage.citizen);
  await signal.lose();

  await complain(phone, 'jalan rusak', papers);
  await sees(phone, /Tersimpan di HP ini/);
  await phone.kill();
  await phone.relaunch();
  await phone.open('/permohonan');
  const waiting = await sees(phone, /Tersimpan di HP ini/);
  assert.doesNotMatch(waiting, /Diterima kantor/);
  assert.equal((await (await stage.officeView()).listApplications()).length, 0);

  await signal.restore();
  await phone.open('/permohonan');
  // A browser that was killed may not have written the session down yet: then the queue waits for its owner.
  const now = await sees(phone, /Masuk untuk mengirim|Diterima kantor/);
  if (!now.includes('Diterima kantor')) await signIn(phone, stage.citizen);
  await seesReceived(phone);
  const application = await expectOnceAndWhole(stage, papers);
  await sees(phone, new RegExp(`Diterima kantor · No\\. ${application.registrationNumber}`));
}
