import type { DeskAnswer } from '#domain/desk/desk-trouble.ts';
import type { DeskRead } from '../menu-desk.ts';

/** A short loss of signal, not a day without one: what is older may be wrong by now. */
const longestMs = 15 * 60_000;

export interface DeskMemory<T> {
  /** Asks the office, and falls back to what it said a while ago where it does not answer. */
  read(key: string, ask: () => Promise<DeskAnswer<T>>): Promise<DeskRead<T>>;
  forget(): void;
}

/** The last `most` answers, in memory alone. */
export function createDeskMemory<T>(most: number, nowMs: () => number): DeskMemory<T> {
  const kept = new Map<string, { readonly value: T; readonly readAtMs: number }>();
  return {
    async read(key, ask) {
      const answer = await ask();
      const known = kept.get(key);
      switch (answer.kind) {
        case 'ok': {
          const entry = { value: answer.value, readAtMs: nowMs() };
          kept.delete(key);
          kept.set(key, entry);
          for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest);
          return { kind: 'read', ...entry, isOld: false };
        }
        case 'offline':
        case 'busy':
          if (known === undefined || nowMs() - known.readAtMs > longestMs) return answer;
          return { kind: 'read', ...known, isOld: true };
        case 'refused':
          return { kind: 'other-version' };
        default:
          kept.delete(key);
          return answer;
      }
    },
    forget: () => kept.clear(),
  };
}
