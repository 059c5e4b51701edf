export interface Sending {
  requests: number;
  resentAcknowledgedBytes: number;
  /** Upload URL by the file's id. */
  readonly urls: Map<string, string>;
}

export interface Sent extends Readonly<Sending> {
  readonly tookMs: number;
  readonly isDone: boolean;
}
