import { type FrameSequence, framesOf } from '#lib/codes/frames.ts';

/** About a minute before a camera; what is larger goes as a file. */
const mostCodeBytes = 60_000;
/** Far more than what is shown unpacks to; what somebody made to fill a phone ends there. */
const mostFileBytes = 1_000_000;

/** Packed, because Base64 in it takes a third more. Null where it is too large to be shown. */
export async function codesOf(file: Blob): Promise<FrameSequence | null> {
  if (file.size > mostFileBytes) return null;
  const packed = file.stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  return bytes.length > mostCodeBytes ? null : framesOf(bytes);
}

/** Empty where it is not packed so, or becomes too large. */
export async function fileIn(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length;
      if (size > mostFileBytes) {
        await reader.cancel();
        return new Blob();
      }
      parts.push(read.value);
    }
  } catch {
    return new Blob();
  }
  return new Blob(parts);
}
