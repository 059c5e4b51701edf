import assert from 'node:assert/strict';
import { controlWorkers } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn, signIn, signOut } from '../pages/account.ts';
import { begin, complain } from '../pages/complaint.ts';
import { expectOnceAndWhole, hasWhole } from '../pages/office-truth.ts';
import { seesReceived, showsItems } from '../pages/outbox.ts';
import { holdsTicket } from '../pages/phone-store.ts';
import { at, isThere, sees } from '../pages/screen.ts';

promise('C8 C28: made without signing in, an application is kept, and signing in sends it', async (stage) => {
  const phone = await stage.chromiumWithShell();
  const photo = stage.photo(150_000);
  await complain(phone, 'belum masuk', [photo]);
  await phone.open('/permohonan');
  await sees(phone, /Masuk untuk mengirim/);
  await signIn(phone, stage.citizen);
  await seesReceived(phone);
  await expectOnceAndWhole(stage, [photo]);
});

promise(
  'F41: a session that ends in the middle of the queue loses nothing: the rest goes by ticket, with every page closed',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await holdsTicket(phone);
    await stage.proxy.link.down();
    await complain(phone, 'antre 1', [stage.scan(1_500_000)]);
    await complain(phone, 'antre 2', [stage.scan(1_500_000)]);
    stage.proxy.wire = { upBytesPerSecond: 800_000 };
    await stage.proxy.link.up();
    await phone.open('/permohonan');
    await until('an upload is under way', () =>
      stage.proxy.exchanges.some(({ method, bodyBytes }) => method === 'PATCH' && bodyBytes > 0),
    );
    const sid = (await phone.context.cookies()).find(({ name }) => name === 'sid')?.value;
    assert.ok(sid !== undefined, 'no session cookie');
    await (await stage.officeView()).revoke(sid);
    await phone.closePages();
    const workers = await controlWorkers(phone, stage.office.origin);
    stage.proxy.wire = {};
    await workers.dispatchSync('ajukan-outbox');
    await hasWhole(stage, 2);
  },
);

promise("C41 F92: one person's queue never goes out under another person's name", async (stage) => {
  const phone = await stage.chromiumWithShell();
  const other = stage.office.nextCitizen();
  await settleIn(phone, stage.citizen);
  await holdsTicket(phone);
  await stage.proxy.link.down();
  await complain(phone, 'milik A');
  await signOut(phone);
  await stage.proxy.link.up();

  await signIn(phone, other);
  await complain(phone, 'milik B');
  await seesReceived(phone);
  await until("A's has come under A's name, with B signed in", async () => {
    const ofA = await (await stage.officeView()).listApplications();
    const ofB = await (await stage.officeView(other)).listApplications();
    return ofA.length === 1 && ofB.length === 1;
  });

  await signOut(phone);
  await signIn(phone, stage.citizen);
  await phone.open('/permohonan');
  await showsItems(phone, 'done', 1);
  await expectOnceAndWhole(stage, []);
});

promise(
  'C10 F93: signed out with no signal and something unsent, nothing of it is shown any more, it goes all the same, and the office ends the session once it is reached',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await holdsTicket(phone);
    const sid = (await phone.context.cookies()).find(({ name }) => name === 'sid')?.value ?? '';
    const session = async () =>
      (await fetch(`${stage.office.directOrigin}/v1/me`, { headers: { Cookie: `sid=${sid}` } })).status;
    assert.equal(await session(), 200);
    await stage.proxy.link.down();
    await complain(phone, 'keluar tanpa sinyal');
    await begin(phone, 'pengaduan');
    await phone.type(at('field-judul'), 'KANARI belum selesai');
    await sees(phone, /Draf tersimpan/);
    await phone.open('/akun');
    await phone.press(at('sign-out'));
    await sees(phone, /1 permohonan belum terkirim/);
    await phone.press(at('confirm-sign-out'));
    await isThere(phone, at('sign-in-form'));
    for (const path of ['/', '/permohonan']) {
      await phone.open(path);
      assert.doesNotMatch(await sees(phone, /Pengaduan|Belum ada/), /KANARI/);
    }
    await stage.proxy.link.up();
    await phone.open('/');
    await hasWhole(stage, 1);
    await until('the office has ended the session', async () => (await session()) === 401);
  },
);
