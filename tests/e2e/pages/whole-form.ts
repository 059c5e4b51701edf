/** Fills in any service from its definition alone, as its screens ask for it. */
import { papersPlace, reviewPlace } from '#domain/form/places.ts';
import { askForm, type AskedField } from '#domain/form/ask.ts';
import { fieldId } from '../../../src/features/apply/field-id.ts';
import type { ServiceDefinition } from '#domain/service/definition.ts';
import type { JsonObject, JsonValue } from '#lib/json.ts';
import type { ChromiumPhone } from '../harness/chromium.ts';
import type { Stage } from '../harness/stage.ts';
import { until } from '../harness/until.ts';
import { begin, next, send } from './complaint.ts';
import { at, isThere } from './screen.ts';

/** From the service page to "stored", with a file for every paper that is asked for. Resolves with how many those were. */
export async function fillAndSend(
  phone: ChromiumPhone,
  stage: Stage,
  definition: ServiceDefinition,
  answers: JsonObject,
  today: string,
): Promise<number> {
  const form = askForm(definition, answers, { today });
  await begin(phone, definition.id);
  for (const { step, asked } of form.steps) {
    await isThere(phone, at(`place-${step.id}`));
    for (const one of asked) await answer(phone, one, `/${one.field.id}`);
    await phone.press(next);
  }
  await isThere(phone, at(`place-${papersPlace.slug}`));
  for (const { id, accept } of form.requirements) {
    const file = accept.includes('image/jpeg') ? stage.photo(20_000) : stage.pdf();
    await phone.attach(`${at(`slot-${id}`)} ${at('photo-input')}`, [file]);
    await isThere(phone, `${at(`slot-${id}`)} ${at('paper')}`);
  }
  await phone.press(next);
  await isThere(phone, at(`place-${reviewPlace.slug}`));
  await send(phone);
  return form.requirements.length;
}

async function answer(phone: ChromiumPhone, asked: AskedField, pointer: string): Promise<void> {
  const { field, value, rows } = asked;
  if (value === undefined) return;
  switch (field.type) {
    case 'personGroup':
      return await answerAll(phone, rows[0] ?? [], pointer);
    case 'repeat':
      for (const [index, row] of rows.entries()) {
        const first = row[0];
        if (first !== undefined) await makeRoom(phone, pointer, `${pointer}/${index}/${first.field.id}`);
        await answerAll(phone, row, `${pointer}/${index}`);
      }
      return;
    case 'area':
      await phone.choose(`#${fieldId(pointer)}-kecamatan`, String(value).slice(0, 8));
      return await phone.choose(`#${fieldId(pointer)}-village`, String(value));
    case 'yesNo':
      return await phone.press(`#${fieldId(pointer)} input[value="${String(value)}"]`);
    case 'multiSelect':
      for (const one of listOf(value)) await phone.press(`#${fieldId(pointer)} input[value="${one}"]`);
      return;
    case 'select':
      return await choose(phone, fieldId(pointer), String(value));
    default:
      return await phone.type(`#${fieldId(pointer)}`, typed(field.type, value));
  }
}

async function answerAll(phone: ChromiumPhone, row: readonly AskedField[], parent: string): Promise<void> {
  for (const one of row) await answer(phone, one, `${parent}/${one.field.id}`);
}

/** Another item, where the form does not show enough of them yet. */
async function makeRoom(phone: ChromiumPhone, pointer: string, first: string): Promise<void> {
  const isShown = async () => (await phone.count(`[id^="${fieldId(first)}"]`)) > 0;
  if (await isShown()) return;
  await phone.page
    .locator(`#${fieldId(pointer)} > * button`)
    .last()
    .click();
  await until('one more item', isShown);
}

async function choose(phone: ChromiumPhone, id: string, value: string): Promise<void> {
  await isThere(phone, `#${id}:not(:disabled)`);
  if ((await phone.count(`#${id}[role="combobox"]`)) > 0) {
    await phone.press(`#${id}`);
    return await phone.press(`[role="option"][data-value="${value}"]`);
  }
  if ((await phone.count(`select#${id}`)) > 0) return await phone.choose(`#${id}`, value);
  await phone.press(`#${id} input[value="${value}"]`);
}

/** As people write it. */
function typed(type: string, value: JsonValue): string {
  if (type === 'date') return String(value).split('-').reverse().join('-');
  return type === 'number' ? String(value).replace('.', ',') : String(value);
}

function listOf(value: JsonValue): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
