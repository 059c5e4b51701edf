/** Marks of the performance bench; each once in the life of a page. */
export type Mark = 'app:start' | 'app:ready';

const made = new Set<Mark>();
let show = (): void => undefined;
/** Resolves once a screen with everything that it had to fetch is painted. */
export const firstScreen = new Promise<void>((resolve) => {
  show = resolve;
});

export function markOnce(name: Mark): void {
  if (made.has(name)) return;
  made.add(name);
  performance.mark(name);
  if (name === 'app:ready') show();
}

/** After the frame that shows it: the first callback runs before that paint, the second after it. */
export function markAfterPaint(name: Mark): void {
  requestAnimationFrame(() => requestAnimationFrame(() => markOnce(name)));
}
