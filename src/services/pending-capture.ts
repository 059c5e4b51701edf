/**
 * For which slot the camera or a picker was opened. A phone that is short of memory ends the page meanwhile, or while the
 * photo is being stored, and the next page has to say that it is not there (F69).
 */
const key = 'ajukan.capture';
/** Of this load of the page. */
const mine = `${String(performance.timeOrigin)} `;

export function captureBegins(slot: string): void {
  try {
    globalThis.localStorage.setItem(key, mine + slot);
    // Given up, or gone on with something else on a page that lives.
    for (const type of ['cancel', 'pointerdown']) addEventListener(type, captureEnds, { once: true, capture: true });
  } catch {
    // Then the person sees by themselves that it is missing.
  }
}

export function captureEnds(): void {
  try {
    globalThis.localStorage.removeItem(key);
  } catch {
    // There is none.
  }
}

/** Whether a page before this one waited for a photo for this slot. */
export function isCaptureLost(slot: string): boolean {
  try {
    const kept = globalThis.localStorage.getItem(key);
    return kept !== null && !kept.startsWith(mine) && kept.endsWith(` ${slot}`);
  } catch {
    return false;
  }
}
