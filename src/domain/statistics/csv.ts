export type CsvCell = string | number | null;

/** A spreadsheet takes what begins with one of these for a formula, and runs it. */
const beginsFormula = /^(?:[\s\p{Cc}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/u;

/** Words as a spreadsheet shows them and never runs them. */
export function harmless(words: string): string {
  return beginsFormula.test(words) ? `'${words}` : words;
}

/**
 * RFC 4180, in UTF-8 with the mark that spreadsheets know it by. Numbers are written plainly; words that a spreadsheet would
 * run get an apostrophe in front.
 */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return `"${harmless(cell).replaceAll('"', '""')}"`;
}
