export interface ChunkReader {
  /**
   * The next piece of the stream. 'cut' when the stream breaks, which is no error of ours: the other side has gone; or
   * when the signal says so, however silent the stream is. 'late' when nothing has come within `patienceMs`: asked again,
   * nothing is lost.
   */
  next(patienceMs?: number): Promise<Uint8Array | 'end' | 'cut' | 'late'>;
}

export function chunkReader(chunks: AsyncIterable<Uint8Array>, signal: AbortSignal): ChunkReader {
  const source = chunks[Symbol.asyncIterator]();
  let asked: Promise<Uint8Array | 'end' | 'cut'> | undefined;
  const ask = () =>
    source.next().then(
      (result) => (result.done === true ? ('end' as const) : result.value),
      () => 'cut' as const,
    );
  return {
    next: async (patienceMs) => {
      if (signal.aborted) return 'cut';
      asked ??= ask();
      const { promise: interrupted, resolve } = Promise.withResolvers<'cut' | 'late'>();
      const onAbort = () => resolve('cut');
      signal.addEventListener('abort', onAbort, { once: true });
      const timer = patienceMs === undefined ? undefined : setTimeout(() => resolve('late'), patienceMs);
      try {
        const next = await Promise.race([asked, interrupted]);
        if (next !== 'late') asked = undefined;
        return next;
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
      }
    },
  };
}
