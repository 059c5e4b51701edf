import assert from 'node:assert/strict';
import { z } from 'zod';
import { ApplicationView } from '#contract/application-view.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import { paperlessService } from '#server/testing/test-service.ts';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { openOfficeWithOfficers } from '../harness/office-with-officers.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { goToReview, next, send } from '../pages/complaint.ts';
import { lockByOfficePin, pin, unlockByPin } from '../pages/lock.ts';
import { readRows } from '../pages/phone-store.ts';
import { at, isOn, isThere, sees } from '../pages/screen.ts';

const letter: ServiceDefinition = {
  ...paperlessService,
  id: 'surat-warga-uji',
  requirements: [
    {
      id: 'ktp',
      label: { id: 'KTP' },
      required: true,
      accept: ['image/jpeg', 'image/png'],
      paper: { kind: 'ktp', of: 'nama_pemohon' },
    },
  ],
  steps: [
    {
      id: 'pemohon',
      title: { id: 'Pemohon' },
      fields: [{ id: 'nama_pemohon', type: 'text', label: { id: 'Nama' }, required: true }],
    },
  ],
};

promise(
  'an officer signs two residents’ applications in with each one’s consent; no paper of one is offered to the other, and the office knows who applied and who sent it; what it gives back is repaired for the one whose it is (C32)',
  async (stage) => {
    const { phone, desk, close } = await openOfficeWithOfficers(stage, [letter]);
    try {
      await phone.open('/akun');
      await phone.waitForWorker();
      await phone.press(at('official-sign-in'));
      await sees(phone, /Masuk sebagai\s+KANARI Pendamping/);
      await phone.open('/');
      await phone.press(at('residents-open'));
      // Nobody's folder before there is a lock.
      await lockByOfficePin(phone);

      await begin(phone, 'KANARI Siti');
      await phone.attach(`${at('slot-ktp')} ${at('photo-input')}`, [stage.photo(60_000)]);
      await phone.press(`${at('slot-ktp')} ${at('wallet-keep')}`);
      await isThere(phone, at('wallet-kept'));
      await goToReview(phone);
      await send(phone);

      await phone.open('/warga');
      await unlockByPin(phone, pin);
      await begin(phone, 'Suparmi');
      await phone.attach(`${at('slot-ktp')} ${at('photo-input')}`, [stage.photo(60_000)]);
      // The folder has been looked through by now.
      await isThere(phone, `${at('slot-ktp')} ${at('wallet-keep')}`);
      assert.equal(await phone.count(at('wallet-offer')), 0);
      await goToReview(phone);
      await send(phone);

      const received = await until('the office has both', async () => {
        const views = await readAll(phone);
        return views.length === 2 && views.every(({ status }) => status === 'submitted') && views;
      });
      assert.deepEqual(
        received.map(({ onBehalfOf }) => `${onBehalfOf?.name}, ${onBehalfOf?.consent.method}`).toSorted(),
        ['KANARI Siti, signature', 'Suparmi, signature'],
      );
      for (const { data, documents, onBehalfOf, submittedBy } of received) {
        assert.equal(data['nama_pemohon'], onBehalfOf?.name);
        assert.equal(submittedBy?.name, 'KANARI Pendamping');
        const proof = documents.find(({ slot }) => slot === 'consent.proof');
        assert.equal(proof?.sha256, onBehalfOf?.consent.proof);
      }

      const id = received.find(({ onBehalfOf }) => onBehalfOf?.name === 'KANARI Siti')?.id ?? '';
      await desk.decide(id, 'review');
      await desk.decide(id, 'return', 'Nama belum lengkap', ['/nama_pemohon']);
      await phone.open(`/permohonan/${id}`);
      await unlockByPin(phone, pin);
      await sees(phone, /Nama belum lengkap/);
      await phone.press(at('repair'));
      await isOn(phone, /\/pemohon/);
      await phone.type(at('field-nama_pemohon'), 'KANARI Siti Aminah');
      await phone.press(next);
      await isOn(phone, /\/berkas/);
      await phone.press(next);
      await isOn(phone, /\/periksa/);
      await send(phone);
      const repaired = await until('the office has it repaired', async () => {
        const view = (await readAll(phone)).find((one) => one.id === id);
        return view?.status === 'submitted' && view;
      });
      assert.equal(repaired.data['nama_pemohon'], 'KANARI Siti Aminah');
      assert.equal(repaired.onBehalfOf?.name, 'KANARI Siti');
      assert.deepEqual(
        repaired.history?.map(({ action, by }) => `${action} by ${by}`),
        ['received by field-officer', 'review by official', 'return by official', 'revise by field-officer'],
      );
      assert.ok(repaired.documents.some(({ slot }) => slot === 'consent.proof'));
    } finally {
      await close();
    }
  },
);

/** From the list of residents to the papers of a form of a new one, who signs for it. */
async function begin(phone: ChromiumPhone, name: string): Promise<void> {
  await phone.press(at('resident-add'));
  await phone.type(at('resident-name'), name);
  await phone.press(at('resident-save'));
  await isThere(phone, at('resident-folder'));
  await phone.press(at('resident-start'));
  await phone.press(`${at(`begin-${letter.id}`)} a`);
  await isThere(phone, at('signature-pad'));
  await sign(phone);
  await phone.press(at('consent-give'));
  await isOn(phone, /\/pemohon$/);
  await phone.press(next);
  await isOn(phone, /\/berkas/);
}

async function sign(phone: ChromiumPhone): Promise<void> {
  const pad = phone.page.locator(at('signature-pad'));
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  assert.ok(box !== null);
  const { mouse } = phone.page;
  await mouse.move(box.x + 0.2 * box.width, box.y + 0.7 * box.height);
  await mouse.down();
  for (const [x, y] of [
    [0.35, 0.2],
    [0.45, 0.8],
    [0.6, 0.3],
    [0.8, 0.6],
  ] as const)
    await mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 6 });
  await mouse.up();
}

const Rows = z.array(z.object({ applicationId: z.string() }));

/** As the office shows them to who put them in. */
async function readAll(phone: ChromiumPhone): Promise<readonly z.output<typeof ApplicationView>[]> {
  const ids = Rows.parse(await readRows(phone, 'outbox')).map(({ applicationId }) => applicationId);
  const read = await phone.page.evaluate(
    async (all) =>
      await Promise.all(
        all.map(async (id): Promise<unknown> => {
          const answer = await fetch(`/v1/applications/${id}`);
          return answer.status === 200 ? await answer.json() : null;
        }),
      ),
    ids,
  );
  return read.filter((one) => one !== null).map((one) => ApplicationView.parse(one));
}
