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
  heic: () => 'HEIC photos can’t be opened here. Take the photo with Take photo, or save it as JPEG.',
  'draft-gone': () => 'This form was deleted or has been sent.',
} satisfies AttachRefusalMessages;
