/**
 * A row that holds the focus is about to be taken away: the focus goes to the row after it, or before it, or to one that
 * comes in its place, or to the heading over them, and does not fall off the page.
 */
export function focusAfterRow(row: Element | null): void {
  if (row === null || !row.contains(document.activeElement)) return;
  const rows = [row.nextElementSibling, row.previousElementSibling].map((one) => one?.querySelector('a, button'));
  const list = row.parentElement;
  const heading = row.closest('section')?.querySelector('h2, h3');
  queueMicrotask(() => {
    if (document.activeElement !== document.body) return;
    const inItsPlace = list?.querySelector('a, button');
    const next = [...rows, inItsPlace, heading, document.querySelector('h1')].find((one) => one?.isConnected);
    if (!(next instanceof HTMLElement)) return;
    if (next === heading) next.tabIndex = -1;
    next.focus();
  });
}
