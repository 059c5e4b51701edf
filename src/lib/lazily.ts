/** The same promise for whoever asks while it holds; null when it could not be made, which the next one tries again. */
export function lazily<T>(make: () => Promise<T>): () => Promise<T | null> {
  let made: Promise<T | null> | undefined;
  return () =>
    (made ??= make().catch(() => {
      made = undefined;
      return null;
    }));
}
