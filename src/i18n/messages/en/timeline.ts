import type { TimelineMessages } from '../id/timeline.ts';

export const timeline: TimelineMessages = {
  title: 'What has happened so far',
  actions: {
    received: 'Received by the office',
    review: 'Check begun',
    return: 'Returned for repair',
    revise: 'Repair received by the office',
    process: 'Processing begun',
    sign: 'Passed on for signature',
    ready: 'Document ready',
    complete: 'Finished',
    reject: 'Refused',
    withdraw: 'Withdrawn',
    result: 'Result added',
  },
  by: {
    applicant: 'From you',
    resident: 'From the applicant',
    'field-officer': 'From a field officer',
    official: 'By an officer',
    verifikator: 'By a checking officer',
    penandatangan: 'By a signing official',
  },
  next: {
    incomplete: 'Next: the app sends the papers that are missing.',
    submitted: 'Next: an officer checks your papers.',
    under_review: 'Next: if the papers are complete, the document is made.',
    returned: 'Next: an officer checks again once you have repaired it.',
    in_process: 'Next: the document is signed, or ready to be fetched.',
    awaiting_signature: 'Next: the document is ready once it is signed.',
  },
  promised: (day) => `Promised by ${day} at the latest`,
  late: 'Later than promised',
  lateText: (day) =>
    `The office promised ${day} at the latest. Ask the office, with your registration number. If nobody answers, you may complain through SP4N-LAPOR! at lapor.go.id.`,
  paused: 'The promised time stands still',
  pausedText: (day) =>
    `Your repair has been awaited since ${day}. The time goes on once the office has received the repair.`,
  heard: (when) => `Last heard from the office: ${when}`,
  notHeard: 'Details from the office appear when there is internet.',
};
