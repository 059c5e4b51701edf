/** The words of a line in the languages of the app. */
import type { LocalizedText } from '#domain/service/definition.ts';
import type { Remark } from './remark.ts';
import { columnName, type Line } from './sheet-lines.ts';

type Language = 'id' | 'en';

export interface TextReader {
  /** The text under a heading, without markup; null when there is none. */
  read(line: Line, column: string): LocalizedText | null;
}

/**
 * @param fallback the language of a heading that names none
 * @param say takes what there is to say about languages, once for each heading, and about markup
 */
export function textReader(fallback: Language, say: (remark: Remark) => void): TextReader {
  const said = new Set<string>();
  const once = (line: Line, heading: string, message: string) => {
    const key = `${line.place.sheet} ${heading}`;
    if (said.has(key)) return;
    said.add(key);
    say({ weight: 'note', place: { ...line.place, column: heading }, message });
  };
  return {
    read(line, column) {
      const texts: { id?: string; en?: string } = {};
      for (const { heading, text } of line.all(column)) {
        const language = heading.language === null ? fallback : languageOf(heading.language);
        if (language === null) {
          once(line, columnName(heading), 'is in a language that the app does not have: left out');
          continue;
        }
        const place = { ...line.place, column: columnName(heading) };
        texts[language] ??= plainText(text, (weight, message) => say({ weight, place, message }));
      }
      const id = texts.id ?? texts.en;
      if (id === undefined || id === '') return null;
      if (texts.id === undefined) {
        const heading = line.at(column).column ?? column;
        once(line, heading, 'has no Bahasa Indonesia beside it: the English stands in, translate it');
      }
      return texts.en === undefined || texts.en === '' ? { id } : { id, en: texts.en };
    },
  };
}

/** `English (en)`, `Bahasa Indonesia (id)`, `Indonesian`, `en`; null for other languages. */
export function languageOf(name: string): Language | null {
  const code = /\(([a-z]{2,3})(?:[-_][a-z]+)?\)\s*$/i.exec(name)?.[1] ?? name;
  if (/^(?:id|ind|in)$/i.test(code) || /indonesia|^bahasa$/i.test(name)) return 'id';
  return /^(?:en|eng)$/i.test(code) || /english|inggris/i.test(name) ? 'en' : null;
}

function plainText(text: string, say: (weight: 'lost' | 'note', message: string) => void): string {
  if (text.includes('${')) say('lost', 'shows an answer inside a text, which the app does not');
  const plain = text
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/(\*\*|__)(\S(?:.*?\S)?)\1/g, '$2')
    .replace(/^#{1,6}\s+/gm, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .trim();
  if (plain !== text.trim()) say('note', 'has markup, which is taken out');
  return plain;
}
