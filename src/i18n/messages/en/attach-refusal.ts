import type { AttachRefusalMessages } from '../id/attach-refusal.ts';

export const attachRefusal = {
  empty: () => 'This file is empty. Choose another, or take the photo again.',
  'too-large': (limit: string | null) =>
    limit === null ? 'This file is too big. Choose a smaller one.' : `This file is too big. At most ${limit}.`,
  'not-accepted': (photo: boolean, pdf: boolean) => {
    if (!pdf) return 'This kind of file is not accepted. Take a photo, or choose one from your phone.';
    return `This kind of file is not accepted. ${photo ? 'Take a photo, or choose' : 'Choose'} a PDF.`;
  },
  unreadable: () => 'This file can’t be read. Choose it again, or take a new photo.',
  'too-many': () => 'There are enough files for this requirement. Remove one to replace it.',
  heic: () =>
    'HEIC photos can’t be opened here. Take the photo with Take photo. Or choose it from Gallery or Photos, not from Files.',
  'pdf-locked': () =>
    'This PDF is locked. Open it on your phone, choose Print, then Save as PDF, and choose the new PDF. Or take a photo of the paper.',
  'pdf-broken': () =>
    'This PDF is damaged or incomplete, so the office can’t open it. Download or save it once more, then choose it again. Or take a photo of the paper.',
  'pdf-active': () =>
    'This PDF has a program or another file inside, and that is not accepted. Open it on your phone, choose Print, then Save as PDF. Or take a photo of the paper.',
  'draft-gone': () => 'This form was deleted or has been sent.',
  'replaced-gone': () => 'The file to be replaced is no longer there. The new one was not saved.',
} satisfies AttachRefusalMessages;
