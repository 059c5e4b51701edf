import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { retentionKinds } from '../stores/retention-store.ts';
import { terms, termsOf, usualTerms, variableOf } from './retention-terms.ts';

const wrong = (words: string): never => {
  throw new RangeError(words);
};
const read = (set: Readonly<Record<string, string>>) => termsOf((name) => set[name], wrong);

describe('the terms of what is kept', () => {
  it('are usual ones where nothing is set, and what the office sets where it may', () => {
    expect(Object.fromEntries(read({}))).toEqual(Object.fromEntries(usualTerms));
    const set = read({
      RETENTION_PAPERS_DAYS: '90',
      RETENTION_APPLICATIONS_DAYS: 'never',
      RETENTION_UNFINISHED_DAYS: '60',
    });
    expect([set.get('papers'), set.get('applications'), set.get('unfinished'), set.get('audit')]).toEqual([
      90,
      null,
      60,
      1825,
    ]);
  });

  it.each([
    ['RETENTION_PAPERS_DAYS', '0'],
    ['RETENTION_PAPERS_DAYS', '-5'],
    ['RETENTION_PAPERS_DAYS', '1.5'],
    ['RETENTION_PAPERS_DAYS', 'selamanya'],
    ['RETENTION_UNFINISHED_DAYS', 'never'],
    ['RETENTION_UNFINISHED_DAYS', '181'],
    ['RETENTION_AUDIT_DAYS', '364'],
    ['RETENTION_CODES_DAYS', '2'],
  ])('are not %s=%s', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(name);
  });

  it('are written down beside the inventory, each with its number', () => {
    const text = readFileSync('docs/retention.md', 'utf8');
    for (const kind of retentionKinds) {
      const { usual, settable } = terms[kind];
      const row = text.split('\n').find((line) => line.startsWith(`| \`${kind}\` |`)) ?? '';
      expect(row).toContain(`| ${usual} |`);
      expect(row).toContain(settable === undefined ? '| fixed |' : `\`${variableOf(kind)}\``);
      if (settable !== undefined) expect(row).toContain(`${settable.least} to ${settable.most}`);
    }
  });

  it('are no longer than the page about privacy says', async () => {
    for (const language of ['id', 'en'] as const) {
      const { privacy } = await import(`../../src/i18n/messages/${language}/privacy.ts`);
      const said = JSON.stringify(privacy.office);
      for (const kind of ['unfinished', 'uploads'] as const) expect(said).toContain(String(terms[kind].settable?.most));
    }
  });
});
