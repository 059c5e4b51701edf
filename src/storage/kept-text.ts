/** As much of the browser's localStorage as is needed. Asking for it may throw. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** A text beside the database, which may be lost without harm. Never throws. */
export interface KeptText {
  read(): string | null;
  /** Null takes it away. Where storage is shut or full it is known until the app is closed. */
  keep(text: string | null): void;
}

export function keptText(storage: () => TextStorage, key: string): KeptText {
  let inMemory: string | null = null;
  return {
    read() {
      try {
        return storage().getItem(key) ?? inMemory;
      } catch {
        return inMemory;
      }
    },
    keep(text) {
      inMemory = text;
      try {
        if (text === null) storage().removeItem(key);
        else storage().setItem(key, text);
      } catch {
        // In memory then.
      }
    },
  };
}
