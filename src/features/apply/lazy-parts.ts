/** Parts of a question that only some need. They come from the phone's own store; one that can't come is done without. */
import { type ComponentType, lazy } from 'react';
import type { FieldNoteProps } from './field-note.tsx';
import { PlainChoice } from './plain-choice.tsx';

export const FieldNote = lazy<ComponentType<FieldNoteProps>>(() =>
  import('./field-note.tsx').then(
    (part) => ({ default: part.FieldNote }),
    () => ({ default: () => null }),
  ),
);

export const SearchedChoice = lazy(() =>
  import('./searched-choice.tsx').then(
    (part) => ({ default: part.SearchedChoice }),
    () => ({ default: PlainChoice }),
  ),
);

export const ReadScreen = lazy<ComponentType<{ readonly slug: string }>>(() =>
  import('./read-screen.tsx').then(
    (part) => ({ default: part.ReadScreen }),
    () => ({ default: () => null }),
  ),
);
