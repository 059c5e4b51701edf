import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, harmless } from './csv.ts';

const nasty = fc
  .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' =', '"=', '＝', 'a', ''), fc.string())
  .map(([first, rest]) => first + rest);

/** As RFC 4180 says it is read. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    rows.at(-1)?.push((match[1] ?? match[2] ?? '').replaceAll('""', '"'));
    if (match[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('a table for spreadsheets', () => {
  it('runs nothing, whatever the words are (F81)', () => {
    fc.assert(
      fc.property(fc.array(fc.array(nasty, { minLength: 1, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const cells = read(csvOf(rows).slice(1)).flat();
        for (const words of cells) expect(words.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
        for (const words of cells) expect(words).not.toMatch(/^[\t\r\n]/);
      }),
    );
  });

  it('comes back as it went in, but for the apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.array(nasty, { minLength: 1, maxLength: 4 }), { minLength: 1 }), (rows) => {
        expect(read(csvOf(rows).slice(1))).toEqual(rows.map((row) => row.map(harmless)));
      }),
    );
  });

  it('writes numbers as numbers, also negative ones', () => {
    expect(csvOf([['A', -3, 4.5, null]])).toBe('\uFEFF"A",-3,4.5,\r\n');
  });
});
