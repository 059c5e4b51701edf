/** Where an application is, as the office says it. Codes of the contract; words in i18n. */
export const officeStatuses = [
  'incomplete',
  'submitted',
  'under_review',
  'returned',
  'in_process',
  'awaiting_signature',
  'ready',
  'done',
  'rejected',
  'withdrawn',
] as const;
export type OfficeStatus = (typeof officeStatuses)[number];
