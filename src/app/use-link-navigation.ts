import { useEffect } from 'react';
import { useNavigate } from 'react-router';

/**
 * Turns a plain press on an address of this app into navigation without a reload, so that every component may use
 * bare anchors. Anything else (new tab, download, another origin) stays the browser's.
 */
export function useLinkNavigation(): void {
  const navigate = useNavigate();
  useEffect(() => {
    function follow(event: MouseEvent) {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const anchor = event.target instanceof Element ? event.target.closest('a') : null;
      if (anchor === null || anchor.target !== '' || anchor.hasAttribute('download')) return;
      if (anchor.origin !== location.origin || anchor.getAttribute('href')?.startsWith('#') === true) return;
      event.preventDefault();
      void navigate(anchor.pathname + anchor.search + anchor.hash);
    }
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [navigate]);
}
