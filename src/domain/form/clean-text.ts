/** Characters that no database and no reader can do anything with; a tab and a line feed are text. */
const controlCharacter = /[^\P{Cc}\t\n]/gu;
/** Half of a surrogate pair: not a character, and not sayable in UTF-8. */
const loneSurrogate = /\p{Surrogate}/gu;
/** White space as `trim` takes it away. For a character class: every dialect reads the characters themselves alike. */
export const blankCharacters = '\t\n\x0B\f\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF';
/**
 * Default_Ignorable_Code_Point of the Basic Multilingual Plane, for a character class. The rest (tags, beams of
 * musical notation) stays out: half of the dialects can't say it, and nobody types it.
 */
const ignorableCharacters =
  '\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFFA0\uFFF0-\uFFF8';
export const unseenCharacters = `${blankCharacters}${ignorableCharacters}`;
const nothingToSee = new RegExp(`^[${unseenCharacters}]*$`, 'u');

/** Whether a text can travel and be stored everywhere: no control characters, no halves of characters. */
export function isStorableText(text: string): boolean {
  return text.search(controlCharacter) === -1 && text.search(loneSurrogate) === -1;
}

/**
 * A typed text in one form: NFC, line ends as line feeds, no control characters, no blanks around it; '' when
 * there is nothing to see. Cleaning twice changes nothing.
 * @param lines whether line feeds and tabs stay
 */
export function cleanText(text: string, lines: boolean): string {
  const unified = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\n]/g, (character) => (lines ? character : ' '))
    .replace(controlCharacter, '')
    .replace(loneSurrogate, '\uFFFD')
    .normalize('NFC')
    .trim();
  return nothingToSee.test(unified) ? '' : unified;
}

/** Digits as typed with gaps (3603 0101-0190.0001) in one run; anything else stays, so that nothing typed is lost. */
export function cleanDigits(text: string): string {
  return cleanText(text, false)
    .normalize('NFKC')
    .replace(/[\s.-]/g, '');
}
