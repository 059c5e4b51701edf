import assert from 'node:assert/strict';
import { readPhone } from '#domain/identity/phone.ts';
import { villageService } from '#server/testing/test-service.ts';
import { promise, useOffice } from '../harness/promise.ts';
import { signIn } from '../pages/account.ts';
import { at, isThere, sees } from '../pages/screen.ts';

useOffice({ moreServices: [villageService] });

promise(
  'who signs in with the number that an officer wrote down is asked whether it is theirs, and has status and receipt on a phone of their own',
  async (stage) => {
    const { fieldOfficer } = stage.office;
    const officer = await stage.officeView(fieldOfficer);
    const { id, schemaVersion } = villageService;
    const { registrationNumber } = await officer.apply({
      serviceId: id,
      schemaVersion,
      data: { nama: 'KANARI Siti', usaha: false, wilayah: '36.03.01.2003' },
      // A field officer says for whom, and how they agreed.
      onBehalfOf: {
        name: 'KANARI Siti',
        consent: {
          textVersion: '1',
          language: 'id',
          givenAt: new Date().toISOString(),
          method: 'spoken',
          witness: 'KANARI Saksi',
        },
      },
      claim: { phone: readPhone(stage.citizen.login), nikEnding: '0001' },
    });

    const phone = await stage.chromiumWithShell();
    await signIn(phone, stage.citizen);
    await phone.open('/permohonan');
    const asked = await sees(phone, new RegExp(`Apakah ini milik Anda[^]*${registrationNumber}[^]*Kantor desa`));
    assert.ok(!asked.includes('Siti'), `more is told than may be: ${asked}`);
    await phone.press(at('claim-yes'));
    await phone.type(at('claim-digits'), '9999');
    await phone.press(at('claim-confirm'));
    await sees(phone, /Angkanya tidak cocok/);
    await phone.type(at('claim-digits'), '0001');
    await phone.press(at('claim-confirm'));
    await sees(phone, new RegExp(`Diterima kantor · No. ${registrationNumber}`));
    assert.equal(await phone.count(at('claim-card')), 0);
    await phone.press(`${at('outbox-item')} a`);
    await sees(phone, /Petugas memasukkan permohonan ini untuk Anda/);
    await phone.press('a[href$="/tanda-terima"]');
    await isThere(phone, `${at('receipt')} svg[role=img]`);
  },
);
