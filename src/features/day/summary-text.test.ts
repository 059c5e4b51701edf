import { expect, it } from 'vitest';
import { day } from '#i18n/messages/id/day.ts';
import { summaryText } from './summary-text.ts';

it('the day as a message: figures by service, and the registration numbers', () => {
  const counts = { draft: 1, returned: 0, waiting: 0, attention: 0, received: 2 };
  const summary = {
    taken: 3,
    sent: 2,
    counts,
    services: [{ serviceId: 'kia', serviceName: { id: 'KIA', en: 'Child card' }, counts }],
    numbers: ['3603-2026-000001', '3603-2026-000002'],
  };
  expect(summaryText(summary, { words: day, text: ({ id }) => id, date: '26 November 2026' })).toBe(
    `Ringkasan 26 November 2026
Dibuat: 3
Dikirim: 2
Diterima kantor: 2
Perlu diperbaiki: 0
Masih menunggu: 0
Perlu perhatian: 0
Draf: 1

Per layanan:
KIA: 3 (Draf 1, Diterima 2)

Nomor registrasi:
3603-2026-000001
3603-2026-000002`,
  );
});
