import { lazy, Suspense } from 'react';
import type { SlotProps } from './wallet-slot.tsx';

/** A form is whole without what is kept: where that code can't be fetched, nothing is offered. */
const Loaded = lazy(() =>
  import('./wallet-slot.tsx').then(
    ({ WalletSlot }) => ({ default: WalletSlot }),
    () => ({ default: () => null }),
  ),
);

/** What the person keeps, in a paper's slot; it comes after the form. */
export function WalletSlotLater(props: SlotProps) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
}
