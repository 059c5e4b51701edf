import { type RefObject, useEffect, useRef } from 'react';

/**
 * "Tampilkan lagi" goes away with the last page: the focus moves on to the first row that it brought.
 * @param count rows that are shown
 */
export function useFocusOnNewRow(count: number): {
  /** Around the list. */
  readonly list: RefObject<HTMLDivElement | null>;
  readonly asked: () => void;
} {
  const list = useRef<HTMLDivElement>(null);
  const from = useRef<number | null>(null);
  useEffect(() => {
    if (from.current === null || count <= from.current) return;
    const row = list.current?.querySelectorAll('li')[from.current];
    from.current = null;
    row?.querySelector<HTMLElement>('a, button')?.focus();
  }, [count]);
  return {
    list,
    asked() {
      from.current = count;
    },
  };
}
