import { expect, it } from 'vitest';
import { handOver } from '#domain/day/hand-over.ts';
import { handOver as messages } from '#i18n/messages/id/hand-over.ts';
import { anEntry } from '#tests/fixtures/outbox-entry.ts';
import { whoReads } from './who-reads.ts';

const { whoReads: words } = messages;
const sealed = anEntry({ sealed: { maskedName: null } });

it('nothing that lies under a lock is called readable, and nothing that does not is called locked', () => {
  expect(whoReads(handOver(2, [], 0), true, words)).toEqual([words.accounts, words.locked]);
  expect(whoReads(handOver(0, [], 3), true, words)).toEqual([words.accounts, words.locked]);
  expect(whoReads(handOver(2, [], 0), false, words)).toEqual([words.accounts, words.open]);
});

it('a lock hides nothing of what was sent off: there the seal counts', () => {
  expect(whoReads(handOver(0, [anEntry()], 0), true, words)).toEqual([words.accounts, words.unsealed]);
  expect(whoReads(handOver(0, [sealed], 0), false, words)).toEqual([words.accounts, words.sealed]);
});

it('of an empty phone there is nothing to say', () => {
  expect(whoReads(handOver(0, [], 0), false, words)).toEqual([]);
});
