import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ChromiumPhone } from '../harness/chromium.ts';
import { ProfileFiles } from '../harness/profile-files.ts';
import { promise } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { attachEvidence, fillComplaint } from '../pages/complaint.ts';
import { lockByPasskey, lockByPin, pin, unlockByPin } from '../pages/lock.ts';
import { at, isThere, sees } from '../pages/screen.ts';
import { addPaper } from '../pages/wallet.ts';

/** No account of the tests is called that. */
const typed = 'KENARIKUNCI';

promise(
  'R3, R8: under a lock a draft, its photo and a kept paper are in no file of the browser, also not in its logs; unlocked, the person is where they were (F90)',
  async (stage) => {
    const profile = stage.folder('profile');
    const phone = stage.own(await ChromiumPhone.launch({ origin: stage.office.origin, profile }));
    const photo = stage.photo(120_000);
    await settleIn(phone, stage.citizen);
    await lockByPin(phone);
    await phone.context.setOffline(true);
    await phone.open('/berkas');
    await unlockByPin(phone, pin);
    await addPaper(phone, 'ktp', typed, photo);
    await phone.open('/layanan/pengaduan');
    await unlockByPin(phone, pin);
    await phone.press(at('start'));
    await isThere(phone, at('form'));
    await fillComplaint(phone, typed);
    await attachEvidence(phone, [photo]);
    const place = await phone.path();
    await phone.close();

    const bytes = readFileSync(photo.path).subarray(60_000, 60_032);
    assert.deepEqual(new ProfileFiles(profile).findAny([typed, bytes]), []);

    await phone.relaunch();
    await phone.open(place);
    await isThere(phone, at('unlock-secret'));
    await phone.context.setOffline(true);
    assert.equal(await phone.count(`${at('paper')}, nav a`), 0);
    await unlockByPin(phone, '999111');
    await sees(phone, /PIN belum cocok/);
    await unlockByPin(phone, pin);
    await isThere(phone, `${at('paper')} canvas, ${at('paper')} img`);
    assert.equal(await phone.path(), place);
    await phone.open(place.replace(/\/berkas$/u, '/laporan'));
    await unlockByPin(phone, pin);
    await isThere(phone, `${at('field-judul')}`);
    assert.match(await phone.page.inputValue(at('field-judul')), new RegExp(typed));
  },
);

promise(
  'R3: a passkey of the phone opens the lock, and whoever the phone does not know stays outside',
  async (stage) => {
    const phone = await stage.chromium();
    await settleIn(phone, stage.citizen);
    const cdp = await phone.context.newCDPSession(phone.page);
    await cdp.send('WebAuthn.enable');
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasUserVerification: true,
        isUserVerified: true,
        hasResidentKey: true,
        hasPrf: true,
      },
    });
    await lockByPasskey(phone);
    await phone.open('/pengaturan');
    await isThere(phone, at('locked'));
    await phone.press(`${at('unlock')} button[type="submit"]`);
    await sees(phone, /Catatan pengiriman/);
    assert.equal(await phone.count(at('locked')), 0);
    await phone.open('/pengaturan');
    await isThere(phone, at('locked'));
    // Another finger.
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await phone.press(`${at('unlock')} button[type="submit"]`);
    await sees(phone, /Belum terbuka/);
    assert.equal(await phone.count(at('settings')), 0);
  },
);
