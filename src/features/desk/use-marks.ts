import { useState } from 'react';
import { type Begun, keepOverSignIn, takeAfterSignIn } from './begun-over-sign-in.ts';
import type { ReasonCode } from '#domain/office/reason-code.ts';

export interface Marks {
  readonly all: readonly string[];
  has(pointer: string): boolean;
  toggle(pointer: string): void;
}

const nothing: Begun = { pointers: [], reason: '', reasonCode: null };
/** In memory, until it is decided. */
const begun = new Map<string, Begun>(takeAfterSignIn(Date.now()));

/** For who has to sign in again in the middle of it. */
export function keepBegun(): void {
  keepOverSignIn(begun, Date.now());
}

/**
 * Stays when the application is left and opened again, and when it was changed by somebody else meanwhile.
 * @param key of the official and the application
 */
export function useBegun(key: string) {
  const [{ pointers, reason, reasonCode = null }, setState] = useState(() => begun.get(key) ?? nothing);
  function put(change: Partial<Begun>): void {
    const next = { ...(begun.get(key) ?? nothing), ...change };
    begun.set(key, next);
    setState(next);
  }
  const marks: Marks = {
    all: pointers,
    has: (pointer) => pointers.includes(pointer),
    toggle: (pointer) =>
      put({
        pointers: pointers.includes(pointer) ? pointers.filter((one) => one !== pointer) : [...pointers, pointer],
      }),
  };
  return {
    marks,
    reason,
    reasonCode,
    setReason: (text: string) => put({ reason: text }),
    setReasonCode: (code: ReasonCode | null) => put({ reasonCode: code }),
    forget: () => {
      begun.delete(key);
      setState(nothing);
    },
  };
}
