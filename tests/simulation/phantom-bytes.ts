/**
 * Bytes that are told apart by where they come from, not by what they are: a simulation moves hundreds of megabytes in
 * a second without touching memory, and still sees every byte that is sent twice, out of order or from another file.
 */
/** The type of a buffer without its memory, which would be most of what a seed costs the collector. */
const Weightless = class {} as never as typeof ArrayBuffer;

export class PhantomBytes extends Weightless {
  readonly source: string;
  readonly from: number;
  readonly to: number;
  /** What a reader finds inside, for envelopes. */
  readonly content: unknown;
  /** A bit was flipped on the way. */
  readonly isSpoilt: boolean;

  constructor(source: string, from: number, to: number, content: unknown = null, isSpoilt = false) {
    super(0);
    this.source = source;
    this.from = from;
    this.to = to;
    this.content = content;
    this.isSpoilt = isSpoilt;
  }

  override get byteLength(): number {
    return this.to - this.from;
  }

  override slice(begin = 0, end = this.byteLength): PhantomBytes {
    const to = this.from + Math.min(end, this.byteLength);
    return new PhantomBytes(this.source, Math.min(this.from + begin, to), to, this.content, this.isSpoilt);
  }

  spoilt(): PhantomBytes {
    return new PhantomBytes(this.source, this.from, this.to, this.content, true);
  }
}
