import { expect, test } from 'vitest';
import { officeStatuses } from '#domain/application/status.ts';
import { needsReason as officeNeedsReason, statusAfter } from '#server/applications/transitions.ts';
import { allowedActions, isOpen, needsReason } from './allowed-actions.ts';

const actions = ['review', 'return', 'process', 'sign', 'ready', 'complete', 'reject'] as const;
const roles = ['verifikator', 'penandatangan', 'admin', 'pendamping', 'pemohon'] as const;

test('a button is there exactly where the office would take the decision', () => {
  for (const status of officeStatuses) {
    for (const role of roles) {
      const taken = actions.filter((action) => statusAfter(action, status, [role]).kind === 'move');
      expect([status, role, ...allowedActions(status, [role]).toSorted()]).toEqual([status, role, ...taken.toSorted()]);
    }
  }
});

test('a reason is asked for where the office asks for one', () => {
  expect(actions.filter(needsReason)).toEqual(actions.filter(officeNeedsReason));
});

test('what a newer office calls it is nobody’s to decide here', () => {
  expect(allowedActions('archived' as never, ['verifikator', 'penandatangan'])).toEqual([]);
  expect(isOpen('constructor' as never)).toBe(false);
});
