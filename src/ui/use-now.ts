import { useSyncExternalStore } from 'react';

const tickMs = 30_000;
let nowMs = Date.now();

function subscribe(onTick: () => void): () => void {
  const timer = setInterval(() => {
    nowMs = Date.now();
    onTick();
  }, tickMs);
  return () => clearInterval(timer);
}

function getSnapshot(): number {
  const currentMs = Date.now();
  // The same value within a tick, so that a render never causes the next one.
  if (Math.abs(currentMs - nowMs) >= tickMs) nowMs = currentMs;
  return nowMs;
}

/** The time for words like "5 menit yang lalu"; moves on by itself while something on screen shows it. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, getSnapshot);
}
