import { promise } from '../harness/promise.ts';
import { complain } from '../pages/complaint.ts';
import { at, isThere, sees } from '../pages/screen.ts';

promise(
  'F8: when the system has cleared the store, the app says what was lost instead of starting empty',
  async (stage) => {
    const phone = await stage.chromium();
    await complain(phone, 'akan hilang');
    await phone.open('/permohonan');
    await sees(phone, /Tersimpan di HP ini/);
    const session = await phone.session();
    await phone.page.goto('about:blank');
    await session.send('Storage.clearDataForOrigin', { origin: stage.office.origin, storageTypes: 'indexeddb' });
    await phone.open('/');
    await isThere(phone, at('incident-lost'));
    await sees(phone, /pernah menyimpan 1 permohonan[^]*1 di antaranya belum terkirim/);
    await phone.page.getByRole('button', { name: 'Saya mengerti, lanjutkan' }).click();
    await sees(phone, /Mau mengurus apa/);
  },
);
