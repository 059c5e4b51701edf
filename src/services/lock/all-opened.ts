/** What can't be opened is not shown: it stays where it is. */
export async function allOpened<T>(all: readonly T[], open: (one: T) => Promise<T | undefined>): Promise<readonly T[]> {
  return (await Promise.all(all.map(open))).filter((one) => one !== undefined);
}
