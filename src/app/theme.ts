import { type Theme, themePreference } from '#services/preferences.ts';

/** Follows the person's choice from now on: the page's colours, and the browser's bar around it. */
export function followTheme(): void {
  apply(themePreference.getSnapshot());
  themePreference.subscribe(() => apply(themePreference.getSnapshot()));
}

function apply(theme: Theme): void {
  const page = document.documentElement;
  if (theme === 'system') delete page.dataset['theme'];
  else page.dataset['theme'] = theme;
  for (const bar of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = bar.dataset['theme'];
    // Each meta has its own media query; a choice switches the other one off.
    bar.media = theme === 'system' ? `(prefers-color-scheme: ${own})` : theme === own ? 'all' : 'not all';
  }
}
