import { keptText, type TextStorage } from './kept-text.ts';

const key = 'ajukan.unheard-sign-out';

/**
 * That somebody signed out here while the office could not hear it: its cookie is still good, and nobody else may come in
 * by it. Beside the database, and nothing personal.
 */
export function createUnheardSignOut(storage: () => TextStorage) {
  const text = keptText(storage, key);
  return {
    read: (): boolean => text.read() !== null,
    keep: (isUnheard: boolean): void => text.keep(isUnheard ? '1' : null),
  };
}
