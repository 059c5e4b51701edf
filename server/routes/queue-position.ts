interface QueuePosition {
  readonly receivedAtMs: number;
  readonly id: string;
}

/** Opaque to clients: after this application of the queue. */
export function encodeQueuePosition({ receivedAtMs, id }: QueuePosition): string {
  return Buffer.from(`${receivedAtMs}:${id}`).toString('base64url');
}

/** Undefined for text that encodeQueuePosition has not made. */
export function decodeQueuePosition(text: string): QueuePosition | undefined {
  const match = /^(\d{1,15}):([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString('utf8'));
  const [, receivedAt, id] = match ?? [];
  return receivedAt === undefined || id === undefined ? undefined : { receivedAtMs: Number(receivedAt), id };
}
