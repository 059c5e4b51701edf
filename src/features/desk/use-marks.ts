import { useState } from 'react';
import type { ReasonCode } from '#domain/office/reason-code.ts';
import { begun, chosenFiles } from './work.ts';
import type { Begun, ResultDraft } from './work-over-sign-in.ts';

export interface Marks {
  readonly all: readonly string[];
  has(pointer: string): boolean;
  toggle(pointer: string): void;
}

const nothing: Begun = { pointers: [], reason: '', reasonCode: null };

/**
 * Stays when the application is left and opened again, and when it was changed by somebody else meanwhile.
 * @param key of the official and the application
 */
export function useBegun(key: string) {
  const [{ pointers, reason, reasonCode = null, result = null }, setState] = useState(() => begun.get(key) ?? nothing);
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
    result,
    setReason: (text: string) => put({ reason: text }),
    setReasonCode: (code: ReasonCode | null) => put({ reasonCode: code }),
    setResult: (draft: ResultDraft | null) => put({ result: draft }),
    /** The PDF that is chosen: for as long as the page is not left. */
    file: () => chosenFiles.get(key) ?? null,
    setFile: (file: File | null) => void (file === null ? chosenFiles.delete(key) : chosenFiles.set(key, file)),
    /** It is decided. A result that is being typed is another matter. */
    forget: () => put(nothing),
  };
}
