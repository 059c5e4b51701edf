import type { StraightenMessages } from '../id/straighten.ts';

export const straighten: StraightenMessages = {
  title: 'Adjust the photo',
  straighten: 'Straighten',
  turn: 'Turn',
  asItIs: 'Use it as it is',
  opening: 'Opening the photo…',
  busy: 'Straightening…',
  done: 'The photo has been changed',
  broken: 'This photo is damaged on the phone. Remove it, then take a new one.',
  failed: 'This photo can’t be straightened. Your photo has not changed.',
  editor: {
    corners: ['Top left corner', 'Top right corner', 'Bottom right corner', 'Bottom left corner'],
    hint: 'Drag the four circles to the corners of the paper.',
    keyHint: 'With a keyboard: use the arrow keys.',
    moved: (corner, left, top) => `${corner}: ${left}% from the left, ${top}% from the top`,
  },
};
