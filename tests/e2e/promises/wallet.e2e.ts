import assert from 'node:assert/strict';
import { z } from 'zod';
import { isSending } from '../harness/exchange.ts';
import { promise } from '../harness/promise.ts';
import { until } from '../harness/until.ts';
import { settleIn, signIn, signOut } from '../pages/account.ts';
import { attachTo, fillLetterAnswers } from '../pages/business-letter.ts';
import { goToReview, send } from '../pages/complaint.ts';
import { hasFocus } from '../pages/focus.ts';
import { expectOnceAndWhole } from '../pages/office-truth.ts';
import { readRows } from '../pages/phone-store.ts';
import { seesReceived } from '../pages/outbox.ts';
import { at, isThere, sees } from '../pages/screen.ts';
import { keepPaper, openSlot } from '../pages/wallet.ts';

const Documents = z.array(z.object({ id: z.string(), slot: z.string(), sha256: z.string() }));

promise(
  'a KTP taken for one application is offered in the next and used there without taking it again, with no signal, and no other account on the phone sees it (C43)',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    const other = stage.office.nextCitizen();
    await settleIn(phone, stage.citizen);
    await phone.context.setOffline(true);
    const photo = stage.photo(120_000);
    const first = await openSlot(phone, 'sku', 'ktp', 'KANARI Siti');
    await phone.attach(`${first} ${at('photo-input')}`, [photo]);
    await phone.press(`${first} ${at('wallet-keep')}`);
    await isThere(phone, `${first} ${at('wallet-kept')}`);
    await hasFocus(phone, `${first} *`);

    const second = await openSlot(phone, 'surat-domisili', 'ktp', 'KANARI Siti');
    await isThere(phone, `${second} ${at('wallet-offer')} canvas`);
    await sees(phone, /Pakai KTP yang tersimpan\s+KANARI Siti · ditambahkan \d+/);
    await phone.press(`${second} ${at('wallet-offer')} button`);
    await isThere(phone, `${second} ${at('paper')}`);
    await until('nothing more is offered', async () => (await phone.count(`${second} ${at('wallet-offer')}`)) === 0);
    const papers = Documents.parse(await readRows(phone, 'documents')).filter(({ slot }) => slot === 'ktp');
    assert.deepEqual(
      papers.map(({ sha256 }) => sha256),
      [photo.sha256, photo.sha256],
    );
    assert.notEqual(papers[0]?.id, papers[1]?.id);

    await phone.context.setOffline(false);
    await signOut(phone);
    await signIn(phone, other);
    await phone.open('/berkas');
    await sees(phone, /Belum ada berkas/);
    const theirs = await openSlot(phone, 'sku', 'ktp', 'KANARI Siti');
    await phone.attach(`${theirs} ${at('photo-input')}`, [photo]);
    // The wallet has been asked by now: it does not even know that somebody keeps these bytes.
    await isThere(phone, `${theirs} ${at('wallet-keep')}`);
    assert.equal(await phone.count(at('wallet-offer')), 0);
  },
);

promise(
  'a paper kept before it is needed goes to the office only with the application that it is used for; it is named, dated, replaced and deleted by the person',
  async (stage) => {
    const phone = await stage.chromiumWithShell();
    await settleIn(phone, stage.citizen);
    const blurred = stage.photo(60_000);
    const card = stage.photo(90_000);
    await keepPaper(phone, 'kk', 'Ibu', blurred);
    await phone.press(`${at('wallet-paper')} a`);
    await isThere(phone, at('wallet-picture'));
    await phone.type(at('wallet-whose'), 'KANARI Ibu');
    await phone.type(at('wallet-until'), '31-12-2020');
    await phone.press(at('wallet-save'));
    await sees(phone, /Lewat masa berlaku/);
    await phone.attach(at('wallet-input'), [card]);
    await sees(phone, /Berkas diganti/);
    await sees(phone, /KANARI Ibu/);
    assert.deepEqual(stage.proxy.exchanges.filter(isSending), []);

    await fillLetterAnswers(phone);
    await phone.press(`${at('slot-kk')} ${at('wallet-offer')} button`);
    await isThere(phone, `${at('slot-kk')} ${at('paper')}`);
    await attachTo(phone, 'ktp', stage);
    await attachTo(phone, 'pengantar_rt_rw', stage);
    await goToReview(phone);
    await send(phone);
    await phone.open('/permohonan');
    await seesReceived(phone);
    const sent = stage.photos.filter((photo) => photo !== blurred);
    await expectOnceAndWhole(stage, sent);

    await phone.open('/berkas');
    await phone.press(`${at('wallet-paper')} a`);
    await phone.press(at('wallet-remove'));
    await sees(phone, /Belum ada berkas/);
    await phone.press('output button');
    await isThere(phone, at('wallet-paper'));
  },
);
