/** What somebody who died waits for. A new one each time: one for all would hold everything that ever waited for it. */
export function never(): Promise<never> {
  return new Promise(() => undefined);
}
