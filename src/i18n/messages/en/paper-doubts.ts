import type { PaperDoubtsMessages } from '../id/paper-doubts.ts';

export const paperDoubts: PaperDoubtsMessages = {
  title: 'The photo is saved, but may be hard to read',
  titleOf: (name) => `May be hard to read: ${name}`,
  dark: (brightness) => `This photo is dark: only ${brightness} out of 100. Take it again where there is more light.`,
  washedOut: (percent) =>
    `This photo is too bright: ${percent} out of 100 parts are plain white. Turn the flash off and take it again.`,
  glare: (percent) =>
    `A reflection covers ${percent} out of 100 parts of the photo. Move the paper or the lamp a little and take it again.`,
  blurred: () =>
    'This photo is blurred: the officer may not be able to read small letters. Hold the phone still, tap the paper on the screen, and take it again.',
  small: (pixels) =>
    `This photo is small: its long side has ${pixels} pixels. Take a new one from close by, or choose the original.`,
  cutOff: (sides) => `The paper is cut off at the ${sides}. Step back until all of it can be seen, and take it again.`,
  sides: { top: 'top', right: 'right', bottom: 'bottom', left: 'left' },
  retake: 'Take it again',
  retakeOf: (name) => `Take it again: ${name}`,
  keep: 'Use it anyway',
  keepOf: (name) => `Use it anyway: ${name}`,
  keepFailed: 'This choice is not saved yet. Try again.',
};
