import assert from 'node:assert/strict';
import type { AskedField } from '#domain/form/ask.ts';
import type { JsonValue } from '#lib/json.ts';
import { fieldId } from '../../../src/features/apply/field-id.ts';
import type { ChromiumPhone } from '../harness/chromium.ts';
import { until } from '../harness/until.ts';
import { isThere } from './screen.ts';
import type { Beyond } from './wrong-answers.ts';

/** Answers the questions of one step. */
export class Hand {
  readonly #phone: ChromiumPhone;
  readonly #spelling: ReadonlyMap<string, string>;
  readonly #right = new Map<string, string>();

  constructor(phone: ChromiumPhone, spelling: ReadonlyMap<string, string>) {
    this.#phone = phone;
    this.#spelling = spelling;
  }

  /** @param place where the questions stand now, for items that will move */
  async write(
    asked: readonly AskedField[],
    wrong: ReadonlyMap<string, Beyond>,
    parent = '',
    place = parent,
  ): Promise<void> {
    for (const one of asked)
      await this.#answer(one, { pointer: `${parent}/${one.field.id}`, id: fieldId(`${place}/${one.field.id}`) }, wrong);
  }

  /** Writes what is right over what was wrong. */
  async mend(wrong: ReadonlyMap<string, Beyond>): Promise<void> {
    for (const pointer of wrong.keys()) await this.#phone.type(`#${fieldId(pointer)}`, this.#right.get(pointer) ?? '');
  }

  async #answer(
    { field, value, rows }: AskedField,
    { pointer, id }: { readonly pointer: string; readonly id: string },
    wrong: ReadonlyMap<string, Beyond>,
  ): Promise<void> {
    const phone = this.#phone;
    if (value === undefined) return;
    switch (field.type) {
      case 'personGroup':
        return await this.write(rows[0] ?? [], wrong, pointer);
      case 'repeat':
        return await this.#items(rows, pointer, wrong);
      case 'area':
        await phone.choose(`#${id}-kecamatan`, String(value).slice(0, 8));
        return await phone.choose(`#${id}-village`, String(value));
      case 'yesNo':
        return await phone.press(`#${id} input[value="${String(value)}"]`);
      case 'multiSelect':
        for (const one of listOf(value)) await phone.press(`#${id} input[value="${one}"]`);
        return;
      case 'select':
        return await choose(phone, id, String(value));
      default: {
        const right = this.#spelling.get(pointer) ?? typed(field.type, value);
        this.#right.set(pointer, right);
        return await phone.type(`#${id}`, wrong.get(pointer)?.typed ?? right);
      }
    }
  }

  /** Where there are several, one more is begun after the first, and taken away again. */
  async #items(
    rows: readonly (readonly AskedField[])[],
    pointer: string,
    wrong: ReadonlyMap<string, Beyond>,
  ): Promise<void> {
    for (const [index, row] of rows.entries()) {
      await this.#makeRoom(pointer, index);
      if (index === 1) {
        await this.write(row.slice(0, 1), new Map(), `${pointer}/1`);
        await this.#makeRoom(pointer, 2);
        await this.write(row, wrong, `${pointer}/1`, `${pointer}/2`);
        await this.#takeAway(pointer, 1, 3);
      } else await this.write(row, wrong, `${pointer}/${index}`);
    }
  }

  /** Another item, where the form does not show enough of them yet. */
  async #makeRoom(pointer: string, index: number): Promise<void> {
    const isShown = async () => (await this.#phone.count(`#${fieldId(`${pointer}/${index}`)}`)) > 0;
    if (await isShown()) return;
    await this.#phone.page
      .locator(`#${fieldId(pointer)} > * button`)
      .last()
      .click();
    await until('one more item', isShown);
  }

  async #takeAway(pointer: string, index: number, count: number): Promise<void> {
    const { page } = this.#phone;
    await page
      .locator(`#${fieldId(`${pointer}/${index}`)} button`)
      .last()
      .click();
    await until('one item less', async () => (await this.#phone.count(`#${fieldId(`${pointer}/${count - 1}`)}`)) === 0);
  }
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
  assert.ok(Array.isArray(value));
  return value.map(String);
}
