import { useEffect, useRef } from 'react';
import { preference } from '#services/preferences.ts';
import { type FocusOn, type Shortcut, shortcutOf } from './shortcut.ts';

/** Single keys get in the way of who speaks to the computer: they can be switched off (WCAG 2.1.4). */
export const shortcutsPreference = preference('ajukan.desk-keys', ['on', 'off'] as const, 'on');

type Handlers = Readonly<Partial<Record<Shortcut, () => void>>>;

/** Calls what a key means. A handler that is missing leaves the key to the browser. */
export function useShortcuts(handlers: Handlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented) return;
      // A dialog in front has the keys.
      if (document.querySelector('dialog[open]') !== null) return;
      const means = shortcutOf(event, focusOn(event.target));
      if (means === null || (shortcutsPreference.getSnapshot() === 'off' && event.key.length === 1)) return;
      const handle = latest.current[means];
      if (handle === undefined) return;
      event.preventDefault();
      handle();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

const written = 'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="button"])';

function focusOn(target: EventTarget | null): FocusOn {
  if (!(target instanceof Element)) return 'page';
  if (target.closest(written) !== null) return 'text';
  // The rows of the list are links: there, arrows walk on and Enter opens as it always does.
  if (target.closest('[data-row]') !== null) return target.closest('[data-row-link]') === null ? 'control' : 'page';
  return target.closest('a, button, input, summary, [tabindex="0"]') === null ? 'page' : 'control';
}
