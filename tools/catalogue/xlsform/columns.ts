/** The columns of a survey sheet that are read, and what is said of the others. */
import type { Remark } from './remark.ts';
import { columnName, type Line } from './sheet-lines.ts';

export const importedColumns: readonly string[] = [
  'type',
  'name',
  'label',
  'hint',
  'required',
  'relevant',
  'constraint',
  'constraint_message',
  'repeat_count',
];

/** Without these a form would ask or check something else. */
export const lostColumns: Readonly<Record<string, string>> = {
  calculation: 'calculates an answer, which the app leaves to the office',
  choice_filter: 'filters the choices, which the app does not: use one question for each case, with relevant',
  trigger: 'changes an answer when another one changes, which the app does not',
};

/** Without these a form asks the same. */
export const passedColumns: Readonly<Record<string, string>> = {
  appearance: 'the app has its own looks',
  default: 'people answer for themselves',
  guidance_hint: 'put what people need into hint',
  required_message: 'the app has its own words for a question that is left open',
  parameters: 'the app has its own sizes for photos',
  image: 'questions have no pictures',
  'big-image': 'questions have no pictures',
  media: 'questions have no pictures and sounds',
  audio: 'questions have no sounds',
  video: 'questions have no films',
};

/** Handled where they are met, or of no weight. */
const silentColumns = new Set(['readonly', 'disabled']);

export function columnRemarks(line: Line, said: Set<string>): readonly Remark[] {
  return line.headings.flatMap((heading): readonly Remark[] => {
    const { name } = heading;
    if (importedColumns.includes(name) || silentColumns.has(name)) return [];
    if (name === 'appearance' && /\b(?:multiline|signature)\b/.test(line.get(name))) return [];
    const place = { ...line.place, column: columnName(heading) };
    const lost = Object.hasOwn(lostColumns, name) ? lostColumns[name] : undefined;
    if (lost !== undefined) return [{ weight: 'lost', place, message: lost }];
    const passed = Object.hasOwn(passedColumns, name) ? passedColumns[name] : undefined;
    if (passed !== undefined) return [{ weight: 'note', place, message: `is left out: ${passed}` }];
    if (said.has(heading.text)) return [];
    said.add(heading.text);
    return [{ weight: 'note', place, message: 'is not read: a column of this name is not known here' }];
  });
}
