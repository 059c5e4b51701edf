import { createStore } from 'zustand/vanilla';
import type { Answers } from '#domain/form/answers.ts';
import type { JsonValue } from '#lib/json.ts';
import type { StoreTrouble } from '#lib/live-query.ts';
import type { SaveResult } from '#services/menu.ts';
import { answerAt, pointerOf, putAnswer, type AnswerPath } from './answer-path.ts';
import { mergeAnswers } from './merge-answers.ts';
import { sameJson } from './same-json.ts';

/** A keystroke is handed to the store at most this long after it was typed. */
export const autosaveMs = 400;

export interface SessionPorts {
  /** Calls are kept in order; the last one wins. */
  save(change: { readonly answers: Answers; readonly place: string }): Promise<SaveResult>;
  /** Runs `work` after `delayMs` unless the returned function is called first. */
  later(work: () => void, delayMs: number): () => void;
}

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'failed'; readonly reason: StoreTrouble }
  /** Discarded or sent off, perhaps in another tab. */
  | { readonly kind: 'gone' };

export interface SessionState {
  readonly answers: Answers;
  readonly place: string;
  readonly save: SaveState;
  /** Another tab changed an answer that was being changed here; the one here was kept. */
  readonly clash: boolean;
  /** Pointers of answers that the app put there and nobody has touched since. */
  readonly filled: ReadonlySet<string>;
}

/**
 * One draft being filled in. The answers in memory are what the person sees and are never thrown away for a store
 * that fails: they wait here for the next save.
 */
export interface FormSession {
  subscribe(onChange: () => void): () => void;
  getSnapshot(): SessionState;
  /** `undefined` takes the answer away. */
  change(path: AnswerPath, value: JsonValue | undefined): void;
  /** An answer that the app knows: only where there is none, or one that came from here. */
  fill(path: AnswerPath, value: JsonValue): void;
  goTo(place: string): void;
  /** Hands everything unsaved to the store now; resolves with how that ended. */
  flush(): Promise<SaveResult>;
  /** What the store holds, as the live query tells it: another tab may have written. */
  follow(stored: Answers): void;
  dismissClash(): void;
}

interface Sent {
  readonly answers: Answers;
  readonly place: string;
  readonly result: Promise<SaveResult>;
}

export function createFormSession(
  start: { readonly answers: Answers; readonly place: string },
  ports: SessionPorts,
): FormSession {
  const store = createStore<SessionState>(() => ({
    ...start,
    save: { kind: 'saved' },
    clash: false,
    filled: new Set(),
  }));
  /** What the store is known to hold. */
  let stored = start;
  /** Own answers that the live query has yet to show, oldest first; they are not another tab's. */
  let ownEchoes: Answers[] = [start.answers];
  let lastSent: Sent | undefined;
  let cancelTimer: (() => void) | undefined;

  const holds = (kept: { readonly answers: Answers; readonly place: string }): boolean => {
    const { answers, place } = store.getState();
    return kept.answers === answers && kept.place === place;
  };

  function settle(sent: { readonly answers: Answers; readonly place: string }, result: SaveResult): void {
    if (result.kind === 'saved') {
      stored = sent;
      if (holds(sent)) store.setState({ save: { kind: 'saved' } });
      else if (store.getState().save.kind !== 'unsaved') store.setState({ save: { kind: 'unsaved' } });
      return;
    }
    store.setState({ save: result.kind === 'gone' ? { kind: 'gone' } : { kind: 'failed', reason: result.reason } });
  }

  function flush(): Promise<SaveResult> {
    cancelTimer?.();
    cancelTimer = undefined;
    if (lastSent !== undefined && holds(lastSent)) return lastSent.result;
    if (holds(stored)) return Promise.resolve({ kind: 'saved' });
    const { answers, place } = store.getState();
    ownEchoes.push(answers);
    const result = ports.save({ answers, place }).then((end) => {
      if (lastSent === sent) lastSent = undefined;
      settle(sent, end);
      return end;
    });
    const sent: Sent = { answers, place, result };
    lastSent = sent;
    return result;
  }

  function markUnsaved(): void {
    // A failure stays on screen until a save succeeds: typing on does not make it go away.
    if (store.getState().save.kind === 'saved') store.setState({ save: { kind: 'unsaved' } });
    cancelTimer ??= ports.later(() => {
      cancelTimer = undefined;
      void flush();
    }, autosaveMs);
  }

  return {
    subscribe: (onChange) => store.subscribe(onChange),
    getSnapshot: () => store.getState(),
    change(path, value) {
      const { answers, filled } = store.getState();
      const pointer = pointerOf(path);
      const touched = [...filled].filter((one) => one !== pointer && !one.startsWith(`${pointer}/`));
      store.setState({ answers: putAnswer(answers, path, value), filled: new Set(touched) });
      markUnsaved();
    },
    fill(path, value) {
      const { answers, filled } = store.getState();
      const pointer = pointerOf(path);
      const there = answerAt(answers, path);
      if (there === value || (there !== undefined && !filled.has(pointer))) return;
      store.setState({ answers: putAnswer(answers, path, value), filled: new Set([...filled, pointer]) });
      markUnsaved();
    },
    goTo(place) {
      if (place === store.getState().place) return;
      store.setState({ place });
      markUnsaved();
      void flush();
    },
    flush,
    follow(theirs) {
      const echo = ownEchoes.findLastIndex((own) => sameJson(own, theirs));
      if (echo !== -1) {
        ownEchoes = ownEchoes.slice(echo);
        return;
      }
      const { answers, place, clash } = store.getState();
      const merged = mergeAnswers(stored.answers, answers, theirs);
      const taken = sameJson(merged.answers, theirs) ? theirs : merged.answers;
      const atRest = lastSent === undefined && holds(stored);
      stored = { answers: theirs, place: stored.place };
      ownEchoes.push(theirs);
      store.setState({ answers: taken, clash: clash || merged.clash });
      if (taken !== theirs || !atRest || place !== stored.place) markUnsaved();
    },
    dismissClash: () => store.setState({ clash: false }),
  };
}
