import { expect, it } from 'vitest';
import type { OutboxEntry } from '#domain/application/outbox-entry.ts';
import type { TrackedApplication } from '#domain/application/tracked-application.ts';
import { aReceipt, anEntry } from '#tests/fixtures/outbox-entry.ts';
import { returnedIds } from './returned-ids.ts';

const told = { applicationId: 'a', status: 'returned', version: 3, changedAtMs: 1, reason: null } as const;
const application = anEntry({ applicationId: 'a' });
const about = { kind: 'revision', applicationId: 'a', seenVersion: 3 } as const;

function idsWith(delivery: OutboxEntry['delivery'] | null, tracked: TrackedApplication = told): readonly string[] {
  const change = delivery === null ? [] : [{ entry: anEntry({ applicationId: 'r', about, delivery }), tracked }];
  return [...returnedIds([{ entry: application, tracked }, ...change], 10)];
}

it('has what came back, until its repair is on its way or at the office, and again when it came back once more', () => {
  const taken = { state: 'delivered', receipt: aReceipt({ version: 4 }), deliveredAtMs: 5 } as const;
  expect(idsWith(null)).toEqual(['a']);
  expect(idsWith(anEntry().delivery)).toEqual([]);
  expect(idsWith(taken)).toEqual([]);
  expect(idsWith(taken, { ...told, version: 5 })).toEqual(['a']);
  expect(idsWith(null, { ...told, status: 'submitted' })).toEqual([]);
});
