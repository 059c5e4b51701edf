/** The choices sheet: options by the name of their list. */
import type { Option } from '#domain/service/definition.ts';
import { wordsOf } from './names.ts';
import type { Remark } from './remark.ts';
import { columnName, type Line } from './sheet-lines.ts';
import type { TextReader } from './texts.ts';

const known = new Set(['list_name', 'name', 'label']);

export function choiceLists(
  lines: readonly Line[],
  texts: TextReader,
  say: (remark: Remark) => void,
): ReadonlyMap<string, readonly Option[]> {
  const lists = new Map<string, Option[]>();
  const said = new Set<string>();
  for (const line of lines) {
    const list = line.get('list_name');
    const value = line.get('name');
    if (list === '' && value === '') continue;
    if (list === '' || value === '') {
      const missing = list === '' ? 'list_name' : 'name';
      say({ weight: 'broken', place: line.at(missing), message: `has no ${missing}` });
      continue;
    }
    for (const heading of line.headings) {
      if (known.has(heading.name) || said.has(heading.text)) continue;
      said.add(heading.text);
      const place = { ...line.place, column: columnName(heading) };
      say({ weight: 'note', place, message: 'is not read: of choices only list_name, name and label are' });
    }
    const options = lists.get(list) ?? [];
    options.push({ value, label: texts.read(line, 'label') ?? { id: wordsOf(value) } });
    lists.set(list, options);
  }
  return lists;
}
