/** Why the phone could not keep or read something. Each has its words in i18n. */
export type StoreTrouble = 'quota' | 'closed' | 'newer-data' | 'unknown';

export type Loadable<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly reason: StoreTrouble };

/** Something that always has a value. `getSnapshot` keeps its identity until the value changes. */
export interface Observable<T> {
  subscribe(onChange: () => void): () => void;
  getSnapshot(): T;
}

/** A question to the store whose answer follows the truth, in the shape that useSyncExternalStore wants. */
export type LiveQuery<T> = Observable<Loadable<T>>;
