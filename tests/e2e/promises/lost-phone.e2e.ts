import assert from 'node:assert/strict';
import { isRecord } from '#lib/is-record.ts';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn, signIn } from '../pages/account.ts';
import { begin } from '../pages/complaint.ts';
import { readRows } from '../pages/phone-store.ts';
import { at, isThere, sees } from '../pages/screen.ts';

promise(
  'a lost phone is emptied at its next contact, says who asked for it, and the office has its word (F94)',
  async (stage) => {
    const [lost, found] = [await stage.chromiumWithShell(), await stage.chromiumWithShell()];
    await settleIn(lost, stage.citizen);
    await begin(lost, 'pengaduan');
    await lost.type(at('field-judul'), 'KANARI di HP yang hilang');
    await lost.open('/');
    const deviceId = await until('the phone has told the office what it holds', async () => reportedFrom(lost));
    const orders = async () => {
      const answer = await fetch(`${stage.office.directOrigin}/v1/devices/${deviceId}/orders?nonce=${'n'.repeat(22)}`);
      const { items }: { items: unknown[] } = await answer.json();
      return items.length;
    };

    await signIn(found, stage.citizen);
    await found.open('/akun');
    await found.press(at('phone-lost'));
    await found.press(at('confirm-phone-lost'));
    await until('the lost phone is signed out', async () => (await found.count(at('session'))) === 1);
    assert.equal(await orders(), 1);
    await isThere(found, `${at('lost-phone')}[data-done="false"]`);

    await lost.open('/');
    await isThere(lost, at('incident-wiped'));
    await sees(lost, /Diminta pemilik akun dari HP lain[^]*1 isian dan 0 permohonan/);
    for (const table of ['drafts', 'documents', 'outbox', 'wallet'] as const)
      assert.deepEqual(await readRows(lost, table), [], table);
    await until('the office has the receipt', async () => (await orders()) === 0);
    await found.open('/akun');
    await isThere(found, `${at('lost-phone')}[data-done="true"]`);
    await lost.page.getByText('Saya mengerti').click();
    await isThere(lost, at('home'));
    await lost.open('/akun');
    await isThere(lost, at('sign-in-form'));
  },
);

/** The phone's own id, once it has reported. */
async function reportedFrom(phone: ChromiumPhone): Promise<string | null> {
  const rows = (await readRows(phone, 'meta')).filter(isRecord);
  const valueOf = (key: string) => rows.find((row) => row['key'] === key)?.['value'];
  const [care, device] = [valueOf('device-care'), valueOf('device')];
  if (!isRecord(care) || !isRecord(device) || typeof care['reportedAtMs'] !== 'number') return null;
  return String(device['deviceId']);
}
