/** An XLSForm workbook as a service definition, with everything that it could not say. */
import { checkDefinition } from '#domain/service/check-definition.ts';
import type { LocalizedText, ServiceDefinition } from '#domain/service/definition.ts';
import { pointerKeys } from '#domain/form/pointer.ts';
import { choiceLists } from './choices.ts';
import { serviceIdOf } from './names.ts';
import { readWorkbook, type Sheet } from './read-workbook.ts';
import type { Remark } from './remark.ts';
import { factFlags, type ServiceFacts, standardBlock } from './service-facts.ts';
import { type Line, linesOf, type Place } from './sheet-lines.ts';
import { readSurvey } from './survey.ts';
import { languageOf, textReader } from './texts.ts';

export interface Imported {
  /** Null when something is broken: no form can be made of it. */
  readonly definition: ServiceDefinition | null;
  readonly remarks: readonly Remark[];
}

const readSheets = ['survey', 'choices', 'settings'];
const formSettings = new Set(['form_title', 'form_id', 'version', 'default_language']);
const ownSettings: Readonly<Record<string, string>> = {
  title: 'form_title',
  'form title': 'form_title',
  id_string: 'form_id',
  'form id': 'form_id',
};

/** @param fallbackId the service's id when neither the facts nor the settings have one */
export function importXlsform(
  bytes: Uint8Array,
  facts: ServiceFacts,
  fallbackId: string,
): Imported | { readonly problem: string } {
  const workbook = readWorkbook(bytes, (name) => readSheets.includes(name));
  if ('problem' in workbook) return workbook;
  const sheetLines = (wanted: string) =>
    linesOf(workbook.sheets.find(({ name }) => name.trim().toLowerCase() === wanted) ?? emptySheet(wanted));
  const survey = sheetLines('survey');
  if (survey.length === 0) return { problem: 'has no sheet "survey" with lines in it: that is no XLSForm' };
  if (survey.every((line) => line.get('type') === '')) {
    return { problem: 'has no column "type" in its sheet "survey": that is no XLSForm' };
  }
  const remarks: Remark[] = [];
  const say = (remark: Remark) => void remarks.push(remark);
  for (const name of workbook.others) {
    say({
      weight: 'note',
      place: { sheet: name, row: null },
      message: 'is not read: only survey, choices and settings are',
    });
  }
  const settings = settingsOf(sheetLines('settings')[0], say);
  const texts = textReader(settings.language, say);
  const id = facts.id ?? [settings.id, settings.title].map(serviceIdOf).find((one) => one !== '') ?? fallbackId;
  const title: LocalizedText = { id: settings.title === '' ? fallbackId : settings.title };
  const lists = choiceLists(sheetLines('choices'), texts, say);
  const { steps, requirements, origins } = readSurvey(survey, { title, lists, texts, say });
  if (steps.length === 0) {
    say({ weight: 'broken', place: { sheet: 'survey', row: 1 }, message: 'has no question that the app could ask' });
  }
  const json = {
    id,
    schemaVersion: settings.version,
    name: title,
    ...standardBlock(title, facts),
    requirements,
    steps,
  };
  if (remarks.some(({ weight }) => weight === 'broken')) return { definition: null, remarks };
  const check = checkDefinition(json);
  if (check.ok) return { definition: check.definition, remarks };
  const found = check.problems.map(
    ({ pointer, message }): Remark => ({ weight: 'broken', ...placed(json, pointer, message, origins) }),
  );
  return { definition: null, remarks: [...remarks, ...found] };
}

function emptySheet(name: string): Sheet {
  return { name, rows: [] };
}

interface FormSettings {
  readonly title: string;
  readonly id: string;
  readonly version: number;
  readonly language: 'id' | 'en';
}

function settingsOf(line: Line | undefined, say: (remark: Remark) => void): FormSettings {
  const read: Record<string, string> = {};
  for (const heading of line?.headings ?? []) {
    const name = Object.hasOwn(ownSettings, heading.name) ? (ownSettings[heading.name] ?? heading.name) : heading.name;
    if (line !== undefined && formSettings.has(name)) read[name] = line.get(heading.name);
    else if (line !== undefined) {
      say({
        weight: 'note',
        place: line.at(heading.name),
        message: 'is not read: the app has no setting of this name',
      });
    }
  }
  const version = Number(read['version'] ?? 1);
  const usable = Number.isSafeInteger(version) && version > 0;
  if (!usable && line !== undefined) {
    say({
      weight: 'note',
      place: line.at('version'),
      message: 'is no whole number: the definition begins with version 1',
    });
  }
  const language = languageOf(read['default_language'] ?? 'id') ?? 'id';
  return { title: read['form_title'] ?? '', id: read['form_id'] ?? '', version: usable ? version : 1, language };
}

/** The line that the part of the definition came from. */
function placed(
  json: unknown,
  pointer: string,
  message: string,
  origins: ReadonlyMap<object, Place>,
): Pick<Remark, 'place' | 'message'> {
  let at: unknown = json;
  let place: Place | null = null;
  for (const key of pointerKeys(pointer)) {
    at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
    if (typeof at === 'object' && at !== null) place = origins.get(at) ?? place;
  }
  if (place !== null) return { place, message: `${pointerKeys(pointer).at(-1) ?? ''}: ${message}` };
  const flag = Object.hasOwn(factFlags, pointer) ? factFlags[pointer] : undefined;
  if (flag !== undefined) return { place: { sheet: flag, row: null }, message };
  return { place: { sheet: 'settings', row: 2 }, message: `${pointer} ${message}` };
}
