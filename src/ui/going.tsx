import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { focusAfterRow } from './focus-after-row.ts';

/** Around what goes away when it is pressed: the focus moves on to what is beside it, and does not fall off the page. */
export function Going({ children, testId }: { readonly children: ReactNode; readonly testId?: string }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const here = place.current;
    return () => focusAfterRow(here);
  }, []);
  return (
    <div ref={place} data-testid={testId}>
      {children}
    </div>
  );
}
