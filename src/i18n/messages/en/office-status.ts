import type { OfficeStatusMessages } from '../id/office-status.ts';

export const officeStatus = {
  incomplete: { label: 'Papers incomplete', next: 'Some papers have not arrived. The app sends them again.' },
  submitted: { label: 'Waiting to be checked', next: 'An officer will check your papers.' },
  under_review: { label: 'Under review', next: 'An officer is checking the papers.' },
  returned: { label: 'Needs correction', next: 'Something has to be corrected. See the reason.' },
  in_process: { label: 'In process', next: 'The papers are complete. The document is being made.' },
  awaiting_signature: { label: 'Awaiting signature', next: 'Waiting for the official’s signature.' },
  ready: { label: 'Ready', next: 'The document is ready. Follow the office’s words on how to get it.' },
  done: { label: 'Done', next: 'This application is finished.' },
  rejected: { label: 'Rejected', next: 'It can’t be served. See the reason. You may apply again.' },
  withdrawn: { label: 'Cancelled', next: 'Cancelled by the applicant.' },
  newer: { label: 'There is news from the office', next: 'Update the app to read it.' },
} satisfies OfficeStatusMessages;
