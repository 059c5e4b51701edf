import type { Place } from './sheet-lines.ts';

/**
 * Something to say about a place of the spreadsheet.
 * broken: no form can be made of it. lost: the form would ask, show or check something else than the spreadsheet says.
 * note: it goes without, and nobody is asked anything else.
 */
export interface Remark {
  readonly weight: 'broken' | 'lost' | 'note';
  readonly place: Place;
  readonly message: string;
}

/** `survey row 12, column F "relevant"` */
export function placeInWords({ sheet, row, column }: Place): string {
  if (row === null) return sheet;
  return `${sheet} row ${row}${column === undefined ? '' : `, column ${column}`}`;
}
