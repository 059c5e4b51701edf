/**
 * The longest that an office may ask for (api/classify.ts clamps to it); no back-off is longer. A time further ahead was
 * written by a clock that has been set back since (F67).
 */
export const longestWaitMs = 3_600_000;
