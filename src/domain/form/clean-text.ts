/** Characters that no database and no reader can do anything with; a tab and a line feed are text. */
const controlCharacter = /[^\P{Cc}\t\n]/gu;
/** Half of a surrogate pair: not a character, and not sayable in UTF-8. */
const loneSurrogate = /\p{Surrogate}/gu;
const nothingToSee = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

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
