/** What an official sees, told by an office that says the same to everybody. */
import type { ChromiumPhone } from '../harness/chromium.ts';
import type { Stage } from '../harness/stage.ts';
import { at, isThere } from './screen.ts';

const id = '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f';
const moment = '2026-08-05T03:00:00Z';

/** The phone takes whoever is signed in for an official. */
export async function sitAtDesk(
  stage: Stage,
  phone: ChromiumPhone,
  name: string,
  look: (where: string) => Promise<void>,
): Promise<void> {
  const line = {
    id,
    registrationNumber: 'KANARI-2026-1',
    serviceId: 'pengaduan',
    status: 'under_review',
    version: 2,
    receivedAt: moment,
    office: { level: 'dinas', area: '36.03' },
    due: { workingDays: 5, dueOn: '2026-08-12' },
  };
  says(stage, /^\/v1\/queue\/counts/, { byStatus: { under_review: 2 }, late: 2, dueToday: 0, mine: 0 });
  says(stage, /^\/v1\/queue(\?|$)/, {
    items: [
      { ...line, applicantName: name, duplicates: true, sealed: true },
      { ...line, id: id.replace('4f', '50'), assignee: { accountId: 'b', name } },
    ],
    next: null,
  });
  says(stage, new RegExp(`^/v1/applications/${id}$`), {
    ...line,
    schemaVersion: 4,
    updatedAt: moment,
    data: { judul: name, isi: 'KANARI', anonim: false, nama_pelapor: name, nik: '99••••••••••0001' },
    documents: ['expected', 'rejected'].map((state, index) => ({
      ...{ id: id.replace('4f', `6${index}`), slot: 'bukti', mediaType: 'image/jpeg', size: 1000 },
      state,
    })),
    reason: 'KANARI',
    fields: ['/judul'],
    history: [
      { at: moment, action: 'return', status: 'returned', by: 'official', role: 'verifikator', reason: 'KANARI' },
    ],
    results: [],
    duplicates: [{ id: id.replace('4f', '50'), registrationNumber: 'KANARI-2026-2', because: 'paper' }],
    onBehalfOf: { name },
    submittedBy: { name },
  });
  await phone.open('/meja');
  await isThere(phone, `${at('desk-row')} a`);
  await look('desk, queue');
  await phone.press(`${at('desk-row')} a`);
  await isThere(phone, at('desk-item'));
  await phone.press(`[data-testid="mark-/isi"]`);
  await phone.press(at('desk-return'));
  await isThere(phone, at('desk-panel-return'));
  await look('desk, asking for repair');
}

function says(stage: Stage, path: RegExp, answer: object): void {
  stage.proxy.addRule({
    method: 'GET',
    path,
    fault: 'status',
    status: 200,
    headers: { 'content-type': 'application/json', etag: '"2"' },
    body: JSON.stringify(answer),
  });
}
