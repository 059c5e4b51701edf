/** A sheet as lines under headings, so that everything said about it can name its row and column. */
import type { Sheet } from './read-workbook.ts';
import { columnLetters } from './workbook-xml.ts';

export interface Place {
  /** A sheet's name; or a flag of the command, which has no row. */
  readonly sheet: string;
  readonly row: number | null;
  /** The heading as it stands, with the column's letters: `F "relevant"`. */
  readonly column?: string;
}

export interface Heading {
  readonly index: number;
  /** As it stands. */
  readonly text: string;
  /** Lower case, one blank between words, one colon for two: `label`, `constraint_message`. */
  readonly name: string;
  /** What follows the name after colons, for texts by language and media: `English (en)`. */
  readonly language: string | null;
}

export interface Line {
  readonly place: Place;
  /** The cell under a heading's name; '' when there is none. */
  get(name: string): string;
  /** Every cell under that name, one for each language. */
  all(name: string): readonly { readonly heading: Heading; readonly text: string }[];
  /** Where the cell is. */
  at(name: string): Place;
  readonly headings: readonly Heading[];
}

/** Older and looser ways to write a heading. */
const synonyms: Readonly<Record<string, string>> = {
  caption: 'label',
  list_name: 'list_name',
  'list name': 'list_name',
  value: 'name',
  'constraint message': 'constraint_message',
  'constraint-msg': 'constraint_message',
  'required message': 'required_message',
  'repeat count': 'repeat_count',
  'choice filter': 'choice_filter',
  relevance: 'relevant',
  skip: 'relevant',
  read_only: 'readonly',
  count: 'repeat_count',
  'bind:relevant': 'relevant',
  'bind:constraint': 'constraint',
  'bind:required': 'required',
  'bind:readonly': 'readonly',
  'bind:calculate': 'calculation',
  'bind:jr:constraintmsg': 'constraint_message',
  'bind:type': 'type',
  'control:appearance': 'appearance',
  command: 'type',
  calculate: 'calculation',
};

export function linesOf(sheet: Sheet): readonly Line[] {
  const [first, ...rows] = sheet.rows;
  if (first === undefined) return [];
  const headings = [...first.cells].map(([index, text]) => headingOf(index, text));
  return rows.map(({ number, cells }): Line => {
    const place = { sheet: sheet.name, row: number };
    const all = (name: string) =>
      headings.flatMap((heading) => {
        const text = heading.name === name ? cells.get(heading.index) : undefined;
        return text === undefined ? [] : [{ heading, text }];
      });
    return {
      place,
      headings: headings.filter(({ index }) => cells.has(index)),
      all,
      get: (name) => all(name)[0]?.text ?? '',
      at: (name) => {
        const heading = all(name)[0]?.heading ?? headings.find((one) => one.name === name);
        return heading === undefined ? place : { ...place, column: columnName(heading) };
      },
    };
  });
}

export function columnName({ index, text }: Heading): string {
  return `${columnLetters(index)} "${text.replaceAll('\n', ' ')}"`;
}

function headingOf(index: number, text: string): Heading {
  const plain = text.toLowerCase().replace(/\s+/g, ' ').trim();
  const whole = Object.hasOwn(synonyms, plain) ? synonyms[plain] : undefined;
  if (whole !== undefined) return { index, text, name: whole, language: null };
  const [head = '', ...tail] = text.trim().split(/\s*::?\s*/);
  const name = head.toLowerCase().replace(/\s+/g, ' ');
  const language = tail.join(':');
  return {
    index,
    text,
    name: Object.hasOwn(synonyms, name) ? (synonyms[name] ?? name) : name,
    language: language === '' ? null : language,
  };
}
