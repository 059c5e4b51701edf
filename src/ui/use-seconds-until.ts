import { useEffect, useState } from 'react';

const secondMs = 1000;
const leftUntil = (atMs: number) => Math.max(0, Math.ceil((atMs - Date.now()) / secondMs));

/** Whole seconds that are left, counted down on the screen; 0 from then on. */
export function useSecondsUntil(atMs: number): number {
  const [left, setLeft] = useState({ atMs, seconds: leftUntil(atMs) });
  if (left.atMs !== atMs) setLeft({ atMs, seconds: leftUntil(atMs) });
  const isOver = left.seconds === 0;
  useEffect(() => {
    if (isOver) return undefined;
    const timer = setInterval(() => setLeft({ atMs, seconds: leftUntil(atMs) }), secondMs);
    return () => clearInterval(timer);
  }, [atMs, isOver]);
  return left.seconds;
}
