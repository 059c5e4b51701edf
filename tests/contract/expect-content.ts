import type { Answer } from './api-client.ts';
import type { PlannedDocument } from './applications.ts';
import { expectThat } from './expect.ts';

/** A PDF byte for byte; of a picture, what is not picture (place, time, phone) may have been taken out. */
export function expectContent(answer: Answer, { bytes, mediaType }: PlannedDocument): void {
  const isAsSent = Buffer.from(bytes).equals(answer.bytes);
  const isPicture = mediaType.startsWith('image/') && signature(bytes) === signature(answer.bytes);
  expectThat(isAsSent || isPicture, `${answer.exchange}: other bytes than were sent`);
}

/** JPEG's is the shortest. */
function signature(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 3)).toString('hex');
}
