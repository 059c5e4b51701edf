/** One line of the survey as a question. */
import type { Condition, Field, LocalizedText, Option } from '#domain/service/definition.ts';
import { boundsOf } from './constraint.ts';
import { ExpressionProblem } from './expression.ts';
import type { ImportedType } from './question-type.ts';
import type { Remark } from './remark.ts';
import type { Line } from './sheet-lines.ts';
import type { TextReader } from './texts.ts';

export interface QuestionBase {
  readonly id: string;
  readonly label: LocalizedText;
  readonly help?: LocalizedText;
  readonly required?: boolean;
  readonly visibleWhen?: Condition;
}

export type AskedType = Exclude<ImportedType, 'note' | 'image' | 'file'>;

export interface QuestionParts {
  readonly base: QuestionBase;
  readonly options: readonly Option[];
  readonly texts: TextReader;
  readonly say: (weight: Remark['weight'], column: string, message: string) => void;
}

/** @param parts `options` of a select, which has some */
export function questionOf(type: AskedType, line: Line, parts: QuestionParts): Field {
  const { base } = parts;
  switch (type) {
    case 'text':
      return textQuestion(line, parts);
    case 'integer':
      return { ...base, type: 'number', ...boundsIn(line, 'integer', parts) };
    case 'decimal':
      return { ...base, type: 'number', integer: false, ...boundsIn(line, 'decimal', parts) };
    case 'date':
      return { ...base, type: 'date', ...boundsIn(line, 'date', parts) };
    case 'time':
      unbound(line, parts);
      return { ...base, type: 'time' };
    case 'geopoint':
      unbound(line, parts);
      return { ...base, type: 'position' };
    case 'select_one':
    case 'select_multiple':
      unbound(line, parts);
      return { ...base, type: type === 'select_one' ? 'select' : 'multiSelect', options: parts.options };
    case 'acknowledge':
      unbound(line, parts);
      parts.say('note', 'type', 'becomes a question of yes or no: "Tidak" is an answer too');
      return { ...base, type: 'yesNo' };
    case 'phone number':
      unbound(line, parts);
      parts.say('note', 'type', 'becomes an Indonesian mobile number');
      return { ...base, type: 'tel' };
  }
}

function textQuestion(line: Line, parts: QuestionParts): Field {
  const bounds = boundsIn(line, 'text', parts);
  const type = /\bmultiline\b/.test(line.get('appearance')) ? 'longText' : 'text';
  const message = 'pattern' in bounds ? parts.texts.read(line, 'constraint_message') : null;
  return { ...parts.base, type, ...bounds, ...(message === null ? {} : { patternMessage: message }) };
}

function boundsIn(
  line: Line,
  kind: Parameters<typeof boundsOf>[1],
  { say }: QuestionParts,
): ReturnType<typeof boundsOf> {
  const source = line.get('constraint');
  if (source === '') return {};
  try {
    const bounds = boundsOf(source, kind);
    if (!('pattern' in bounds) && line.get('constraint_message') !== '') {
      say('note', 'constraint_message', 'is left out: the app has its own words for a bound');
    }
    return bounds;
  } catch (error) {
    if (!(error instanceof ExpressionProblem)) throw error;
    say('lost', 'constraint', error.message);
    return {};
  }
}

function unbound(line: Line, { say }: QuestionParts): void {
  if (line.get('constraint') !== '') say('lost', 'constraint', 'bounds a kind of question that has no bounds here');
}

/** The question behind "Other": asked while that is the choice. */
export function otherQuestion(field: Field): Field {
  const chosen = { var: field.id };
  return {
    id: `${field.id}_other`,
    type: 'text',
    label: { id: 'Sebutkan yang lain', en: 'Name the other' },
    required: true,
    visibleWhen: field.type === 'multiSelect' ? { in: ['other', chosen] } : { '==': [chosen, 'other'] },
  };
}

export function withOther(options: readonly Option[]): readonly Option[] {
  if (options.some(({ value }) => value === 'other')) return options;
  return [...options, { value: 'other', label: { id: 'Lainnya', en: 'Other' } }];
}
