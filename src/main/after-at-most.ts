/** What `work` resolves with, or `otherwise` when that takes too long. */
export function afterAtMost<T, U>(patienceMs: number, work: Promise<T>, otherwise: U): Promise<T | U> {
  const over = new Promise<U>((resolve) => {
    setTimeout(() => resolve(otherwise), patienceMs);
  });
  return Promise.race([work, over]);
}
