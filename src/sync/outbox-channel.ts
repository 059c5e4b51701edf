export const outboxChannelName = 'ajukan-outbox';
/** Tag of the one-shot Background Sync registration. */
export const outboxSyncTag = 'ajukan-outbox';

/** Between tabs of possibly different releases: anything of another version is ignored (F63). */
export interface ChannelMessage {
  readonly version: 1;
  readonly type: 'more';
}

export function readChannelMessage(data: unknown): ChannelMessage | undefined {
  if (typeof data !== 'object' || data === null || !('version' in data) || !('type' in data)) return undefined;
  return data.version === 1 && data.type === 'more' ? { version: 1, type: 'more' } : undefined;
}
