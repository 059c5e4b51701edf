/** Before the app looks at its address: /f/bench60 is the form that an earlier visit began, or a new one. */
import { goToForm60, isForm60Asked, knownForm60 } from './form60-address.ts';

/** Null when there is nothing to begin. */
export const newForm60Id = isForm60Asked() && knownForm60() === null ? crypto.randomUUID() : null;
if (isForm60Asked()) goToForm60(newForm60Id ?? knownForm60() ?? '');
