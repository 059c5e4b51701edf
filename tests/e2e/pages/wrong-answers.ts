/** Answers just beyond what a question takes: refused where they stand, told at the top, and still there. */
import assert from 'node:assert/strict';
import type { AskedField } from '#domain/form/ask.ts';
import { justOutside, type WrongEdge } from '#tests/fixtures/services/edges.ts';
import { fieldId } from '../../../src/features/apply/field-id.ts';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { until } from '../harness/until.ts';
import { at, sees } from './screen.ts';

export type Beyond = WrongEdge;

/** One for each question that takes typed text, by its pointer; none where a condition looks. */
export function beyondEdges(
  asked: readonly AskedField[],
  looksAt: ReadonlySet<string>,
  today: string,
  parent = '',
): ReadonlyMap<string, Beyond> {
  const found = new Map<string, Beyond>();
  const look = (all: readonly AskedField[], around: string): void => {
    for (const { field, value, rows } of all) {
      const pointer = `${around}/${field.id}`;
      for (const [index, row] of rows.entries()) look(row, field.type === 'repeat' ? `${pointer}/${index}` : pointer);
      // A time can't be typed wrongly: the phone's own clock asks for it.
      if (value === undefined || looksAt.has(field.id) || field.type === 'time') continue;
      const edges = justOutside(field, today);
      const edge = edges[(found.size + pointer.length) % edges.length];
      if (edge !== undefined) found.set(pointer, edge);
    }
  };
  look(asked, parent);
  return found;
}

interface SeenField {
  readonly value: string;
  readonly invalid: string | null;
  readonly error: string;
}

/** Exactly these are named, at the top and at their fields; also after the page was closed and opened again. */
export async function expectRefused(
  phone: ChromiumPhone,
  wrong: ReadonlyMap<string, Beyond>,
  reopened: boolean,
): Promise<void> {
  const ids = [...wrong.keys()].map(fieldId);
  const lines = await until('what is wrong is said', async () => await readLines(phone));
  assert.deepEqual(
    lines.map(({ id }) => id),
    ids,
  );
  const fields = await readFields(phone, ids);
  for (const [index, { typed }] of [...wrong.values()].entries()) {
    const { value, invalid, error } = fields[index] ?? { value: '', invalid: null, error: '' };
    const id = ids[index] ?? '';
    assert.deepEqual({ id, value, invalid }, { id, value: typed, invalid: 'true' });
    assert.ok(error !== '' && lines[index]?.text.endsWith(error), `${id}: "${error}" in "${lines[index]?.text}"`);
  }
  if (!reopened) return;
  // Until the app says so, it promises nothing.
  await sees(phone, /Draf tersimpan/);
  await phone.page.reload();
  await until('the step is there again', async () => (await phone.count(`#${ids[0]}`)) > 0);
  assert.deepEqual(
    (await readFields(phone, ids)).map(({ value }) => value),
    fields.map(({ value }) => value),
  );
}

async function readLines(
  phone: ChromiumPhone,
): Promise<readonly { readonly id: string; readonly text: string }[] | null> {
  const lines = await phone.page
    .locator(`${at('problems')} a`)
    .evaluateAll((all) =>
      all.map((line) => ({ id: line.getAttribute('href')?.slice(1) ?? '', text: line.textContent })),
    );
  return lines.length === 0 ? null : lines;
}

async function readFields(phone: ChromiumPhone, ids: readonly string[]): Promise<readonly SeenField[]> {
  return await phone.page.evaluate(
    (wanted) =>
      wanted.map((id) => {
        const field = document.getElementById(id);
        const isTyped = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
        return {
          value: isTyped ? field.value : '',
          invalid: field?.getAttribute('aria-invalid') ?? null,
          error: document.getElementById(`${id}-error`)?.textContent ?? '',
        };
      }),
    ids,
  );
}
