import type { OutboxEntry } from '#domain/application/outbox-entry.ts';

/** Where an application is: on the shelf of drafts, in the outbox, or nowhere on this phone. */
export type Place = OutboxEntry['delivery']['state'] | 'draft' | 'nowhere';

export interface Edge {
  readonly from: Place;
  readonly to: Place;
  /** Edges of one group between the same two states are one arrow. */
  readonly group: string;
  readonly words: string;
}
