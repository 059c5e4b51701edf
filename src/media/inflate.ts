import type { Inflate } from '#domain/document/pdf-object-stream.ts';

/** Stops at `mostBytes`, however much the packed bytes would become. */
export const inflate: Inflate = async (body, mostBytes) => {
  const stream = new Blob([Uint8Array.from(body)]).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > mostBytes) {
        await reader.cancel();
        return null;
      }
      parts.push(value);
    }
  } catch {
    return null;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};
