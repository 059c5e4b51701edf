/** As much of the browser's localStorage as is needed. Asking for it may throw. */
interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const key = 'ajukan.unheard-sign-out';

/**
 * That somebody signed out here while the office could not hear it: its cookie is still good, and nobody else may come in
 * by it. Beside the database, and nothing personal.
 */
export function createUnheardSignOut(storage: () => TextStorage) {
  let inMemory = false;
  return {
    read(): boolean {
      try {
        return storage().getItem(key) !== null || inMemory;
      } catch {
        return inMemory;
      }
    },
    keep(isUnheard: boolean): void {
      inMemory = isUnheard;
      try {
        if (isUnheard) storage().setItem(key, '1');
        else storage().removeItem(key);
      } catch {
        // Storage is shut or full: it is known until the app is closed.
      }
    },
  };
}
