import { pdfObjects, plainPdf } from '#tests/fixtures/pdf.ts';
import { promise } from '../harness/promise.ts';
import { settleIn } from '../pages/account.ts';
import { attachEvidence, begin, evidenceInput, fillComplaint, goToReview, send } from '../pages/complaint.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { seesReceived } from '../pages/outbox.ts';
import { sees } from '../pages/screen.ts';
import { makeDisguisedPage, makeHeicHead, makePng } from '../samples/papers.ts';

promise(
  'F74 F77 F79 C26: files that cannot be a paper are refused in words, and what was there before stays',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await begin(phone, 'pengaduan');
    await fillComplaint(phone, 'berkas aneh');
    const good = stage.sample('bukti.png', 'image/png', makePng(32, 200));
    await attachEvidence(phone, [good]);

    await phone.attach(evidenceInput, [stage.sample('kosong.jpg', 'image/jpeg', Buffer.alloc(0))]);
    await sees(phone, /Berkas ini kosong/);
    await phone.attach(evidenceInput, [stage.sample('halaman.jpg', 'image/jpeg', makeDisguisedPage())]);
    await sees(phone, /Jenis berkas ini tidak diterima/);
    await phone.attach(evidenceInput, [stage.sample('IMG_0001.HEIC', 'image/heic', makeHeicHead())]);
    await sees(phone, /Foto HEIC tidak bisa dibuka/);
    await phone.attach(evidenceInput, [stage.scan(11_000_000)]);
    await sees(phone, /Berkas ini terlalu besar. Paling besar 10/);

    const pdf = stage.pdf();
    await attachEvidence(phone, [pdf]);
    await goToReview(phone);
    await send(phone);
    await seesReceived(phone);
    await expectOnceAndWhole(stage, [good, pdf]);
  },
);

promise('F72: a file whose name is an attack is kept under an id, and its name is text only', async (stage) => {
  const phone = await stage.chromiumWithShell();
  await settleIn(phone, stage.citizen);
  await begin(phone, 'pengaduan');
  await fillComplaint(phone, 'nama berkas');
  const odd = stage.photo(60_000, '<img src=x onerror=alert(1)>\u202Egpj.jpg');
  await attachEvidence(phone, [odd]);
  await sees(phone, /<img src=x onerror=alert\(1\)>/);
  await goToReview(phone);
  await send(phone);
  await seesReceived(phone);
  await expectOnceAndWhole(stage, [odd]);
});

promise(
  'F75: a PDF that is locked, has a program or is cut off is refused in words; a whole one is counted',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    await begin(phone, 'pengaduan');
    await fillComplaint(phone, 'pdf aneh');
    const whole = stage.sample('bukti.pdf', 'application/pdf', plainPdf(pdfObjects(3)));
    await attachEvidence(phone, [whole]);
    await sees(phone, /3 halaman/);

    const pdf = (name: string, bytes: Buffer) => stage.sample(name, 'application/pdf', bytes);
    await phone.attach(evidenceInput, [
      pdf('terkunci.pdf', plainPdf(pdfObjects(1), '/Encrypt << /Filter /Standard /V 4 >>')),
      pdf('program.pdf', plainPdf([...pdfObjects(1), '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'])),
      pdf('potong.pdf', plainPdf(pdfObjects(9)).subarray(0, 700)),
    ]);
    await sees(phone, /terkunci.pdf: PDF ini dikunci/);
    await sees(phone, /program.pdf: PDF ini berisi program/);
    await sees(phone, /potong.pdf: PDF ini rusak atau tidak lengkap/);
    await goToReview(phone);
    await send(phone);
    await seesReceived(phone);
    await expectOnceAndWhole(stage, [whole]);
  },
);
