/** The sheets of an .xlsx that a form is written in. Memory and time are bounded, whatever the file. */
import { type InflateAllowance, expectZip, readZipped } from './unzip.ts';
import { WorkbookProblem } from './workbook-problem.ts';
import {
  relationsReader,
  sharedTextsReader,
  sheetNamesReader,
  sheetReader,
  type SheetRow,
  type XmlReader,
} from './workbook-xml.ts';

export interface Sheet {
  /** As the spreadsheet shows it. */
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

export const mostFileBytes = 5 * 1024 * 1024;
const mostUnfoldedBytes = 20 * 1024 * 1024;

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Names of the sheets that were not asked for. */
  readonly others: readonly string[];
}

/**
 * The sheets that `wanted` asks for by their name in lower case, or why there are none.
 * @param bytes at most `mostFileBytes`
 */
export function readWorkbook(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Workbook | { readonly problem: string } {
  try {
    return workbookOf(bytes, wanted);
  } catch (error) {
    if (error instanceof WorkbookProblem) return { problem: error.message };
    return { problem: `is damaged: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function workbookOf(zip: Uint8Array, wanted: (name: string) => boolean): Workbook {
  if (zip.length > mostFileBytes) throw new WorkbookProblem('is larger than 5 MB: no form is');
  expectZip(zip);
  const allowance: InflateAllowance = { left: mostUnfoldedBytes };
  const read = (path: string, reader: XmlReader) =>
    readZipped(zip, path, allowance, (piece, final) => reader.feed(piece, final));
  const names: { name: string; relation: string }[] = [];
  const relations = new Map<string, string>();
  const texts: string[] = [];
  if (!read('xl/workbook.xml', sheetNamesReader(names)))
    throw new WorkbookProblem('is a zip, but no workbook: save the spreadsheet as .xlsx');
  read('xl/_rels/workbook.xml.rels', relationsReader(relations));
  read(relations.get('sharedStrings') ?? 'xl/sharedStrings.xml', sharedTextsReader(texts));
  const isWanted = ({ name }: { readonly name: string }) => wanted(name.trim().toLowerCase());
  const sheets = names.filter(isWanted).map(({ name, relation }) => {
    const rows: SheetRow[] = [];
    const path = relations.get(relation);
    if (path === undefined || !read(path, sheetReader(name, texts, rows))) {
      throw new WorkbookProblem(`lacks the content of sheet ${name}`);
    }
    return { name, rows };
  });
  return { sheets, others: names.filter((one) => !isWanted(one)).map(({ name }) => name) };
}
