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

/** A code that only a newer release has words for. It is kept as it came, so that the words come with that release. */
export type NewerStatus = string & { readonly newerStatus: true };

/** What a phone may hear from an office that is newer than it. */
export type ToldStatus = OfficeStatus | NewerStatus;

export function isOfficeStatus(code: string): code is OfficeStatus {
  return officeStatuses.some((status) => status === code);
}

export function isNewerStatus(code: string): code is NewerStatus {
  return /^[a-z][a-z0-9_]{0,63}$/.test(code) && !isOfficeStatus(code);
}
