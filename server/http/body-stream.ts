/** The body of a request, piece by piece. Nothing is touched before somebody iterates. */
export interface BodyPieces extends AsyncIterable<Uint8Array> {
  /**
   * Call after an answer that does not wait for the rest. What still comes is read and thrown away, because a body
   * that was begun and left standing would block the connection for the next request on it.
   */
  discardRest(): void;
}

export function piecesOf(request: Request): BodyPieces {
  let begun: AsyncGenerator<Uint8Array, void, undefined> | undefined;
  return {
    [Symbol.asyncIterator]: () => {
      begun ??= chunksOf(request.body);
      return begun;
    },
    discardRest: () => {
      if (begun !== undefined) void readAway(begun);
    },
  };
}

async function* chunksOf(stream: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array, void, undefined> {
  if (stream === null) return;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

async function readAway(pieces: AsyncGenerator<Uint8Array, void, undefined>): Promise<void> {
  try {
    while ((await pieces.next()).done !== true);
  } catch {
    // The connection ended: nothing is left to read.
  }
}

export function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await source.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => {
      await source.return?.();
    },
  });
}
