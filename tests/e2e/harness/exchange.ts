/** One request as the proxy saw it, without its content. */
export interface Exchange {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly startedAtMs: number;
  /** The `Upload-Offset` that the phone sent. */
  readonly offsetBytes: number | null;
  /** Body bytes that came from the phone, whether or not the request was whole. */
  bodyBytes: number;
  /** The answer's status once the whole answer was handed to the phone's connection, else null. */
  status: number | null;
  /** The `Upload-Offset` of that answer. */
  answeredOffsetBytes: number | null;
  fault: string | null;
  endedAtMs: number | null;
  /** Nothing more comes of it: answered whole, or whoever asked has gone. */
  isOver: boolean;
}

/** Whether a person's things travel by it; the phone's own reports and tickets, some hundred bytes, do not count. */
export function isSending({ method, path }: Exchange): boolean {
  return method === 'PATCH' || (method === 'PUT' && /^\/v1\/(applications|documents)/.test(path));
}

export interface UploadAccount {
  readonly uploadPath: string;
  /** Body bytes of every PATCH together. */
  readonly sentBytes: number;
  readonly requests: number;
  /** Bytes sent again although an answer that reached the phone had said the office holds them. */
  readonly resentAcknowledgedBytes: number;
  /** Bytes sent again because no answer had come for them: what a cut costs. */
  readonly resentUnacknowledgedBytes: number;
}

/** What every upload URL cost. Read from the log, so it trusts neither the app nor the office. */
export function accountForUploads(exchanges: readonly Exchange[]): readonly UploadAccount[] {
  const paths = new Set(exchanges.filter((exchange) => exchange.method === 'PATCH').map((exchange) => exchange.path));
  return [...paths].map((uploadPath) =>
    accountForUpload(
      uploadPath,
      exchanges.filter((exchange) => exchange.path === uploadPath),
    ),
  );
}

function accountForUpload(uploadPath: string, exchanges: readonly Exchange[]): UploadAccount {
  const patches = exchanges.filter((exchange) => exchange.method === 'PATCH');
  let resentAcknowledgedBytes = 0;
  let sentBytes = 0;
  let furthestByte = 0;
  let overlapBytes = 0;
  for (const patch of patches) {
    const from = patch.offsetBytes ?? 0;
    const to = from + patch.bodyBytes;
    const acknowledged = acknowledgedBefore(exchanges, patch.startedAtMs);
    resentAcknowledgedBytes += Math.max(0, Math.min(acknowledged, to) - from);
    overlapBytes += Math.max(0, Math.min(furthestByte, to) - from);
    furthestByte = Math.max(furthestByte, to);
    sentBytes += patch.bodyBytes;
  }
  return {
    uploadPath,
    sentBytes,
    requests: patches.length,
    resentAcknowledgedBytes,
    resentUnacknowledgedBytes: overlapBytes - resentAcknowledgedBytes,
  };
}

function acknowledgedBefore(exchanges: readonly Exchange[], momentMs: number): number {
  const offsets = exchanges
    .filter(
      (exchange) => exchange.endedAtMs !== null && exchange.endedAtMs <= momentMs && (exchange.status ?? 500) < 300,
    )
    .map((exchange) => exchange.answeredOffsetBytes ?? 0);
  return Math.max(0, ...offsets);
}
