/** What may not be in the words of a definition: characters that nobody sees, and markup that everybody would. */
import { isStorableText } from '#domain/form/clean-text.ts';
import { pointerTo } from '#domain/form/pointer.ts';
import { type DefinitionProblem, isMembers } from './schema-problems.ts';

/** Controls of the writing direction: they turn around what a person reads, also beyond the text that they stand in. */
const turnsAround = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const markup = /<\/?[a-z][^<>]*>|<!--|&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});/iu;

/** Every text of the definition. Patterns are no words, and members that begin with x- are the publisher's own. */
export function textProblems(value: unknown, pointer = ''): readonly DefinitionProblem[] {
  if (typeof value === 'string') {
    const message = textProblem(value);
    return message === null ? [] : [{ pointer, message }];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => textProblems(item, pointerTo(pointer, index)));
  if (!isMembers(value)) return [];
  return Object.entries(value)
    .filter(([key]) => key !== 'pattern' && !key.startsWith('x-'))
    .flatMap(([key, inner]) => textProblems(inner, pointerTo(pointer, key)));
}

function textProblem(text: string): string | null {
  if (!isStorableText(text)) return 'has a control character or half of one in it';
  if (turnsAround.test(text)) return 'has a character in it that turns the direction of writing around';
  return markup.test(text) ? 'has markup in it, which a person would read as it stands: <b>, &nbsp;' : null;
}
