/** Before the app looks at its address: who has been at /f/bench60 before is where that form is. */
import { goToForm60, isForm60Asked, knownForm60 } from './form60-address.ts';

const known = isForm60Asked() ? knownForm60() : null;
if (known !== null) goToForm60(known);
