import type { MapOffer } from '#domain/map/map-offer.ts';

/** The map under a question about a place. Nothing here ever holds anybody up: without it, numbers do. */
export interface MapMenu {
  /** What the office offers, or last did; null for no map. Asks the office when nothing is known yet. */
  offer(): Promise<MapOffer | null>;
  /** A picture that was seen before, or the office's; null for none. */
  tile(z: number, x: number, y: number): Promise<Blob | null>;
  /** Where somebody looked is a trace of theirs: all of it goes. */
  forget(): Promise<void>;
}
