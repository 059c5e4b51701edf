/** Marks of the performance bench; each once in the life of a page. */
export type Mark = 'app:start' | 'app:ready';

const made = new Set<Mark>();

export function markOnce(name: Mark): void {
  if (made.has(name)) return;
  made.add(name);
  performance.mark(name);
}

/** After the frame that shows it: the first callback runs before that paint, the second after it. */
export function markAfterPaint(name: Mark): void {
  requestAnimationFrame(() => requestAnimationFrame(() => markOnce(name)));
}
