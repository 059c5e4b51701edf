import type { SignatureMessages } from '../id/signature.ts';

export const signature: SignatureMessages = {
  ways: 'Write your signature on the screen, or take a photo of your signature on paper.',
  sign: 'Sign on the screen',
  again: 'Sign on the screen again',
  title: 'Sign on the screen',
  hint: 'Write your signature in the white box with a finger. Turn the phone on its side for more room.',
  pad: (lines) => {
    if (lines === 0) return 'Signature box, still empty';
    return lines === 1 ? 'Signature box, one line' : `Signature box, ${lines} lines`;
  },
  undo: 'Undo line',
  clear: 'Clear all',
  use: 'Use this signature',
  busy: 'Saving…',
  tooShort: 'That is still too short. Please write your signature as usual.',
  failed: 'The picture of your signature can’t be made on this phone.',
  otherwise: 'Hard to write on the screen? Close this, then take a photo of your signature on paper.',
  notOfficial: 'This is a picture of your handwriting, not a certified electronic signature.',
};
