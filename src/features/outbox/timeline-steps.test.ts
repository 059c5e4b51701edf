import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '#services/menu.ts';
import { timelineSteps } from './timeline-steps.ts';

const receipt = {
  applicationId: 'a',
  registrationNumber: '3603-1',
  status: 'submitted',
  version: 1,
  receivedAtMs: 1_000,
  missingDocumentIds: [],
} as const;

function item(tracked: OutboxItem['tracked'], residentId?: string): OutboxItem {
  return {
    entry: {
      applicationId: 'a',
      ownerId: 'o',
      deviceId: 'd',
      sequence: 1,
      serviceId: 's',
      serviceName: { id: 'S' },
      createdAtMs: 1,
      envelope: { mediaType: 'application/json', sizeBytes: 1, sha256: '' },
      documents: [],
      delivery: { state: 'delivered', receipt, deliveredAtMs: 1_000 },
      ...(residentId === undefined ? {} : { residentId }),
    },
    tracked,
    sentBytes: 0,
    totalBytes: 0,
    leftBytes: 0,
  };
}

const told = (by: 'applicant' | 'official', role: string | null) =>
  ({ atMs: 1_000, action: 'received', status: 'submitted', by, role, reason: null }) as const;
const timeline = (step: ReturnType<typeof told>) => ({ steps: [step], due: null, office: null, heardAtMs: 2_000 });
const now = { applicationId: 'a', status: 'submitted', version: 1, changedAtMs: 1_000, reason: null } as const;

describe('the steps of an application', () => {
  it('begin with the receipt where nothing else was heard', () => {
    expect(timelineSteps(item(null))).toEqual([
      { atMs: 1_000, action: 'received', status: 'submitted', by: null, reason: null },
    ]);
  });

  it('end with what the feed has told since the office was asked', () => {
    const steps = timelineSteps(
      item({
        ...now,
        status: 'returned',
        version: 3,
        changedAtMs: 9_000,
        reason: 'Buram',
        timeline: timeline(told('applicant', null)),
      }),
    );
    expect(steps.map(({ action, status, reason }) => [action, status, reason])).toEqual([
      ['received', 'submitted', null],
      [null, 'returned', 'Buram'],
    ]);
  });

  it.each([
    ['applicant', null, undefined, 'applicant'],
    ['applicant', null, 'r', 'resident'],
    ['official', 'verifikator', undefined, 'verifikator'],
    ['official', null, undefined, 'official'],
  ] as const)('name %s (%s) for resident %s as %s', (by, role, residentId, word) => {
    const [step] = timelineSteps(item({ ...now, timeline: timeline(told(by, role)) }, residentId));
    expect(step?.by).toBe(word);
  });
});
