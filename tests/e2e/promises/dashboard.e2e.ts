import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { wibDate } from '#domain/form/wib-date.ts';
import { gradeOf } from '#domain/survey/satisfaction.ts';
import { reckoningOf } from '#tests/suites/statistics-reckoning.ts';
import { type World, worldOf } from '#tests/suites/statistics-world.ts';
import { readZipped } from '../../../tools/catalogue/xlsform/unzip.ts';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { promise } from '../harness/promise.ts';
import type { Stage } from '../harness/stage.ts';
import { until } from '../harness/until.ts';
import { expectNothingFound } from '../pages/axe.ts';
import { comesIn, openHeadsOffice } from '../pages/dashboard.ts';
import { tabTo } from '../pages/desk.ts';
import { at, sees } from '../pages/screen.ts';

/** What a spreadsheet would run, if it were let. */
const formula = '=HYPERLINK("http://ajukan.invalid")';
const regency = { level: 'dinas', area: '36.03' } as const;
const whole = { from: '2026-06-01', to: '2026-11-24' };

const atMs = Date.parse('2026-10-01T03:00:00Z');
const ofFormula: World['applications'][number] = {
  id: '0192f0c1-7d3a-7b6e-8f00-5b0c3a1d2e4f',
  office: regency,
  serviceId: formula,
  receivedAtMs: atMs,
  promised: null,
  steps: [{ atMs, action: 'received', status: 'submitted', fields: [], reasonCode: null }],
};

promise(
  'a head of an office sees what one reckons by hand, by time and service, and takes it along in files that run nothing',
  async (stage) => {
    const made = worldOf(7, 900);
    // What no office has, the server gives to the regency's own when it opens.
    const assigned = made.applications.map((one) => ({ ...one, office: one.office ?? regency }));
    const world = { ...made, applications: [...assigned, ofFormula] };
    const asked = { ...whole, posts: [regency], level: null, area: null, serviceId: null };
    const { computer, holidays, close } = await openHeadsOffice(stage, world);
    const reckon = reckoningOf({ ...world, holidays }, wibDate(Date.now()));
    try {
      await comesIn(computer);
      await computer.open(`/meja/kinerja?from=${whole.from}&to=${whole.to}`);
      const all = reckon(asked);
      await tells(computer, all.all);
      await sees(computer, /IKM = jumlah \(rata-rata unsur × 1\/9\) × 25[^]*Di sini: [\d,]+ × 1\/9 × 25 = [\d,]+\./);
      await expectNothingFound(computer, 'dashboard');
      // Every bar is a row of a table, which says its number.
      const bars = await textsOf(computer, '.dashboard-bars td span');
      assert.deepEqual(
        bars.slice(0, 5),
        all.backlog.map(({ count }) => String(count)),
      );
      assert.deepEqual(
        await textsOf(computer, `${at('dashboard-reasons')} td span`),
        ['return', 'reject'].flatMap((action) =>
          all.reasons.filter((reason) => reason.action === action).map(({ count }) => String(count)),
        ),
      );

      await tabTo(computer, '.dashboard summary');
      await computer.page.keyboard.press('Enter');
      await until(
        'the columns stand in a table',
        async () => (await computer.count('.dashboard details[open] td')) > 0,
      );

      const rows = all.byPlace.map(({ serviceId, ...place }) => [
        ...[place.level, place.area, serviceId, place.received, place.ended, place.rejected, place.returned],
        ...[place.inTime, place.late, place.medianDays, place.ninetiethDays, place.waiting, place.answers],
        place.satisfaction,
      ]);
      const csv = (await saved(stage, computer, 'CSV')).toString('utf8');
      assert.deepEqual(csv.split('\r\n').slice(1, -1), rows.map(lineOf));
      const sheet = sheetOf(await saved(stage, computer, 'Excel'));
      assert.equal(sheet.includes('<f'), false);
      assert.deepEqual(
        rowsOf(sheet).slice(1),
        rows.map((row) => row.map(shownOf)),
      );
      for (const file of [csv, sheet]) assert.equal(/KANARI|\d{16}|08\d{8}/.test(file), false);

      await computer.page.selectOption('#service', 'sku');
      await tells(computer, reckon({ ...asked, serviceId: 'sku' }).all);
      await computer.page.fill('#from', '2026-09-01');
      await tells(computer, reckon({ ...asked, serviceId: 'sku', from: '2026-09-01' }).all);
      await computer.page.fill('#to', '2026-08-01');
      await sees(computer, /tidak lebih awal dari tanggal mulai/);

      // What no calendar has, and no office is, asks for nothing.
      await computer.open('/meja/kinerja?from=kemarin&to=2026-13-45&level=bupati');
      await sees(computer, /Menunggu sekarang/);
      assert.equal(await computer.page.inputValue('#to'), wibDate(Date.now()));
    } finally {
      await close();
    }
  },
);

type Figures = ReturnType<ReturnType<typeof reckoningOf>>['all'];

/** Each of the large numbers, once the screen has them. */
async function tells(computer: ChromiumPhone, figures: Figures): Promise<void> {
  const number = new Intl.NumberFormat('id', { maximumFractionDigits: 2 });
  const { medianDays, inTime, late, satisfaction } = figures;
  const wanted = {
    received: number.format(figures.received),
    ended: number.format(figures.ended),
    inTime: new Intl.NumberFormat('id', { style: 'percent' }).format(inTime / (inTime + late)),
    median: `${medianDays} hari kerja`,
    waiting: number.format(figures.waiting),
    satisfaction: `${number.format(satisfaction ?? 0)} · ${gradeOf(satisfaction ?? 0)}`,
  };
  await until(`the screen tells ${JSON.stringify(wanted)}`, async () => {
    const values = await textsOf(computer, '.dashboard-value');
    return values.join('|') === Object.values(wanted).join('|');
  });
}

async function textsOf(computer: ChromiumPhone, selector: string): Promise<readonly string[]> {
  return await computer.page.evaluate(
    (one) => [...document.querySelectorAll(one)].map((element) => element.textContent),
    selector,
  );
}

async function saved(stage: Stage, computer: ChromiumPhone, kind: string): Promise<Buffer> {
  const download = computer.page.waitForEvent('download');
  await computer.press(`a:has-text("Unduh ${kind}")`);
  const file = path.join(stage.folder('kinerja'), kind);
  await (await download).saveAs(file);
  return readFileSync(file);
}

type Cell = string | number | null;

/** Words that a spreadsheet would run have an apostrophe in front. */
const shownOf = (cell: Cell): string => (cell === formula ? `'${formula}` : String(cell ?? ''));
const lineOf = (row: readonly Cell[]): string =>
  row.map((cell) => (typeof cell === 'string' ? `"${shownOf(cell).replaceAll('"', '""')}"` : shownOf(cell))).join(',');

function sheetOf(workbook: Buffer): string {
  const pieces: Uint8Array[] = [];
  readZipped(workbook, 'xl/worksheets/sheet1.xml', { left: 1_000_000 }, (piece) => pieces.push(piece));
  return Buffer.concat(pieces).toString('utf8');
}

function rowsOf(sheet: string): readonly (readonly string[])[] {
  return [...sheet.matchAll(/<row>(.*?)<\/row>/g)].map(([, row = '']) =>
    [...row.matchAll(/<c\/>|<c[^>]*>(?:<v>|<is><t[^>]*>)(.*?)<\/.*?<\/c>/g)].map(([, value = '']) => value),
  );
}
