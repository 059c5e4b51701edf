import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { securityRows } from './rows.ts';

it('no requirement is silently missing: R1 to R42, each with a check or a reason', () => {
  expect(securityRows.map(({ id }) => id)).toEqual(Array.from({ length: 42 }, (_, index) => `R${index + 1}`));
  const silent = securityRows.filter(({ checks, notBuilt = '' }) => checks.length === 0 && notBuilt.length < 20);
  expect(silent.map(({ id }) => id)).toEqual([]);
});

it('the mapping of BSSN 4/2021 has its thirteen groups, and every requirement in one of them', () => {
  const groups = readFileSync('docs/hardening.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| [a-zA-Z]/.test(line) && !line.startsWith('| group'));
  expect(groups).toHaveLength(13);
  const named = new Set(groups.flatMap((line) => line.match(/R\d+/g) ?? []));
  expect([...named].toSorted()).toEqual(securityRows.map(({ id }) => id).toSorted());
});
