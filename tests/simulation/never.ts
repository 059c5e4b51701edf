/** What somebody who died waits for. */
export const never: Promise<never> = new Promise(() => undefined);
