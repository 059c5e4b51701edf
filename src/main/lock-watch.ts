/** Out of sight for so long. */
const hiddenMs = 30_000;
/** A camera or a picker that was opened from here may take so long: it hides the page, and nobody has gone away. */
const pickerMs = 5 * 60_000;

/**
 * Locks an open app that nobody uses. Listens for as long as the page lives.
 * @param lock `now`: every tab; `here`: this one, which is out of sight while another may be in use
 * @param idleMs for so long nobody has touched it
 */
export function watchUse(lock: { readonly now: () => void; readonly here: () => void }, idleMs: () => number): void {
  let usedAtMs = Date.now();
  let hiddenAtMs: number | null = null;
  let pickerAtMs: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Who takes a photo is at work, however long nothing is touched here. */
  const isPickingAt = (nowMs: number): boolean => pickerAtMs !== null && nowMs - pickerAtMs < pickerMs;

  /** A phone that sleeps runs no timers: what counts is looked at again when it wakes, before anything is drawn. */
  function look(): void {
    const nowMs = Date.now();
    const isPicking = isPickingAt(nowMs);
    const isIdle = !isPicking && nowMs - usedAtMs >= idleMs();
    const isAway = hiddenAtMs !== null && !isPicking && nowMs - hiddenAtMs >= hiddenMs;
    if (isAway) lock.here();
    else if (isIdle) lock.now();
    clearTimeout(timer);
    timer = setTimeout(look, hiddenAtMs === null ? idleMs() / 20 : hiddenMs / 3);
  }

  function used(): void {
    // The first touch after a long sleep comes too late to count.
    const nowMs = Date.now();
    if (!isPickingAt(nowMs) && nowMs - usedAtMs >= idleMs()) lock.now();
    usedAtMs = nowMs;
  }

  for (const type of ['pointerdown', 'keydown', 'scroll', 'input']) {
    addEventListener(type, used, { capture: true, passive: true });
  }
  const isPicker = (target: EventTarget | null) => target instanceof HTMLInputElement && target.type === 'file';
  addEventListener(
    'click',
    ({ target }) => {
      if (isPicker(target)) pickerAtMs = Date.now();
    },
    true,
  );
  for (const type of ['change', 'cancel']) {
    addEventListener(
      type,
      ({ target }) => {
        if (!isPicker(target)) return;
        // Back from the camera.
        if (isPickingAt(Date.now())) usedAtMs = Date.now();
        pickerAtMs = null;
      },
      true,
    );
  }
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') hiddenAtMs = Date.now();
    look();
    if (document.visibilityState === 'visible') hiddenAtMs = null;
  });
  look();
}
