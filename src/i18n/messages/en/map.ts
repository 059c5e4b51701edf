import type { MapMessages } from '../id/map.ts';

export const map: MapMessages = {
  title: 'Choose on the map',
  label: 'Map',
  opening: 'Opening the map…',
  hint: 'Move the map until the cross in the middle points at the place.',
  keyHint: 'With a keyboard: the arrow keys move the map, plus and minus zoom.',
  nearer: 'Zoom in',
  further: 'Zoom out',
  metres: (metres) => `${metres} m`,
  kilometres: (kilometres) => `${kilometres} km`,
  use: 'Use this point',
  noPicture:
    'This part of the map is not on the phone yet. The grid has the same scale, so the point can still be moved.',
  noMap: 'This office offers no map yet. The grid has the same scale, so the point can still be moved.',
  grid: (length) => `One square: ${length}.`,
  area: 'The village you have chosen:',
  nothing: 'The map can’t be opened on this phone yet.',
  nothingText: 'Use this phone’s location, or paste a point from a map app. Choosing the village is enough, too.',
};
