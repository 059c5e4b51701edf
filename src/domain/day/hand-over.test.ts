import { expect, it } from 'vitest';
import { anEntry } from '#tests/fixtures/outbox-entry.ts';
import { handOver } from './hand-over.ts';

const sealed = anEntry({ sealed: { maskedName: null } });
const refused = anEntry({
  sealed: { maskedName: null },
  delivery: { state: 'needs-person', problem: { kind: 'content-conflict' }, sinceMs: 0, receipt: null },
});

it('a phone is safe to hand over when all that is left on it is sealed and on its way', () => {
  expect(handOver(0, [], 0)).toMatchObject({ isSafe: true, sealed: 0 });
  expect(handOver(0, [sealed, sealed], 0)).toMatchObject({ isSafe: true, sealed: 2, unsealed: 0, attention: 0 });
  expect(handOver(1, [sealed], 0)).toMatchObject({ isSafe: false, drafts: 1 });
  expect(handOver(0, [sealed, anEntry()], 0)).toMatchObject({ isSafe: false, sealed: 1, unsealed: 1 });
  expect(handOver(0, [refused], 0)).toMatchObject({ isSafe: false, sealed: 0, unsealed: 0, attention: 1 });
  expect(handOver(0, [], 3)).toMatchObject({ isSafe: true, folders: 3 });
});

it('what is sealed can’t be read, also where it needs attention', () => {
  expect(handOver(2, [sealed, refused], 1)).toMatchObject({ readable: 0 });
  expect(handOver(0, [sealed, anEntry(), anEntry()], 0)).toMatchObject({ readable: 2 });
});

it('what its resident has stopped is not counted as on its way, and is told apart', () => {
  const consent = { textVersion: '1', givenAtMs: 1, method: 'spoken', withdrawnAtMs: 2 } as const;
  const stopped = anEntry({ consent, pausedAtMs: 2 });
  expect(handOver(0, [stopped], 0)).toMatchObject({ stopped: 1, unsealed: 0, readable: 1, isSafe: false });
  const sealedStopped = { ...stopped, sealed: { maskedName: null } };
  expect(handOver(0, [sealedStopped, sealed], 0)).toMatchObject({ stopped: 1, sealed: 1, readable: 0, isSafe: true });
});
