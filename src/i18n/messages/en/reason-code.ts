import type { ReasonCodeMessages } from '../id/reason-code.ts';

export const reasonCode: ReasonCodeMessages = {
  unreadable: 'A paper can’t be read',
  mismatch: 'Answers differ from the papers',
  'wrong-paper': 'Not the paper that was asked for',
  expired: 'A document has expired',
  incomplete: 'Not complete',
  'not-served-here': 'Not this office’s area',
  duplicate: 'Already applied for under another number',
  'not-eligible': 'Requirements of the service not met',
  other: 'Another reason',
};
