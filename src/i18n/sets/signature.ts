import { signature, type SignatureMessages } from '../messages/id/signature.ts';
import { defineMessages } from '../messages.ts';

export const signatureWords = defineMessages<SignatureMessages>(
  signature,
  async () => (await import('../messages/en/signature.ts')).signature,
);
