/** The XML files inside an .xlsx (ECMA-376), as far as a form needs them: names, texts and cells. */
import { SaxesParser } from 'saxes';
import { WorkbookProblem } from './workbook-problem.ts';

/** Cells with something in them, by column from 0; `number` is the row's own, as the spreadsheet shows it. */
export interface SheetRow {
  readonly number: number;
  readonly cells: ReadonlyMap<number, string>;
}

export const most = { rows: 5_000, columns: 200, cellCharacters: 10_000, sharedTexts: 100_000 };

/** What is fed with the pieces of one XML file. */
export interface XmlReader {
  feed(piece: Uint8Array, final: boolean): void;
}

interface XmlEvents {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Names come without their prefix. A DOCTYPE is refused: no spreadsheet has one, and it is how entities explode. */
export function xmlReader(events: XmlEvents): XmlReader {
  const decoder = new TextDecoder();
  const parser = new SaxesParser({ fragment: false });
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('error', (error) => {
    throw new WorkbookProblem(`is damaged: ${error.message}`);
  });
  parser.on('doctype', () => {
    throw new WorkbookProblem('has a document type inside: no spreadsheet has one');
  });
  parser.on('opentag', ({ name, attributes }) => {
    events.open?.(local(name), (wanted) => {
      const value: unknown = Object.hasOwn(attributes, wanted) ? attributes[wanted] : undefined;
      return typeof value === 'string' ? value : undefined;
    });
  });
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  parser.on('closetag', ({ name }) => events.close?.(local(name)));
  return {
    feed(piece, final) {
      parser.write(decoder.decode(piece, { stream: !final }));
      if (final) parser.close();
    },
  };
}

/** Sheets in their order, with the relation that leads to their file. */
export function sheetNamesReader(into: { readonly name: string; readonly relation: string }[]): XmlReader {
  return xmlReader({
    open(tag, attribute) {
      if (tag === 'sheet') into.push({ name: attribute('name') ?? '', relation: attribute('r:id') ?? '' });
      if (into.length > most.columns) throw new WorkbookProblem(`has more than ${most.columns} sheets`);
    },
  });
}

/** Paths inside the zip by relation id, and where the shared texts are. */
export function relationsReader(into: Map<string, string>): XmlReader {
  return xmlReader({
    open(tag, attribute) {
      if (tag !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      into.set(attribute('Id') ?? '', path);
      if (attribute('Type')?.endsWith('/sharedStrings') === true) into.set('sharedStrings', path);
    },
  });
}

/** Texts that cells point at. Pronunciation (rPh) is no part of a text. */
export function sharedTextsReader(into: string[]): XmlReader {
  let text = '';
  let inText = false;
  let spoken = 0;
  return xmlReader({
    open(tag) {
      if (tag === 'si') text = '';
      if (tag === 'rPh') spoken += 1;
      inText = tag === 't' && spoken === 0;
    },
    text(part) {
      if (inText) text = lengthened(text, part);
    },
    close(tag) {
      inText = false;
      if (tag === 'rPh') spoken -= 1;
      if (tag !== 'si') return;
      into.push(unescaped(text));
      if (into.length > most.sharedTexts) throw new WorkbookProblem(`has more than ${most.sharedTexts} texts`);
    },
  });
}

/** Rows that have something in them. */
export function sheetReader(sheet: string, texts: readonly string[], into: SheetRow[]): XmlReader {
  let rowNumber = 0;
  let cells = new Map<number, string>();
  let column = -1;
  let type: string | undefined;
  let value = '';
  let reading = false;
  return xmlReader({
    open(tag, attribute) {
      if (tag === 'row') {
        rowNumber = Number(attribute('r') ?? rowNumber + 1);
        cells = new Map();
        column = -1;
      }
      if (tag === 'c') {
        const place = attribute('r');
        column = place === undefined ? column + 1 : columnOf(place);
        type = attribute('t');
        value = '';
      }
      reading = tag === 'v' || tag === 't';
    },
    text(part) {
      if (reading) value = lengthened(value, part);
    },
    close(tag) {
      reading = false;
      if (tag === 'c' && column < most.columns) {
        const said = cellText(type, value, texts);
        if (said !== '') cells.set(column, said);
      }
      if (tag !== 'row' || cells.size === 0) return;
      if (into.length === most.rows) throw new WorkbookProblem(`sheet ${sheet} has more than ${most.rows} rows`);
      into.push({ number: rowNumber, cells });
    },
  });
}

function cellText(type: string | undefined, value: string, texts: readonly string[]): string {
  if (type === 's') return cleanCell(texts[Number(value)] ?? '');
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  return cleanCell(type === 'inlineStr' || type === 'str' ? unescaped(value) : value);
}

function cleanCell(text: string): string {
  return text.replaceAll('\u00A0', ' ').replaceAll('\r\n', '\n').trim();
}

/** `_x000D_` stands for the character that XML can't hold. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function lengthened(text: string, part: string): string {
  if (text.length + part.length > most.cellCharacters) {
    throw new WorkbookProblem(`has a cell with more than ${most.cellCharacters} characters`);
  }
  return text + part;
}

/** `AB12` is column 27. */
function columnOf(place: string): number {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0] ?? 'A';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** 27 is `AB`. */
export function columnLetters(column: number): string {
  const above = Math.floor(column / 26);
  return `${above === 0 ? '' : columnLetters(above - 1)}${String.fromCharCode(65 + (column % 26))}`;
}
