/** Wrong PINs in a row that close the share which the office keeps of a lock. */
export const mostTries = 10;
