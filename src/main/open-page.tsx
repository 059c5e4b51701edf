import { createRoot } from 'react-dom/client';
import { App } from '#app/app.tsx';
import { fetchHome, fetchScreen } from '#app/app-routes.tsx';
import { firstScreen, markOnce } from '#app/marks.ts';
import { followTheme } from '#app/theme.ts';
import type { Draft } from '#domain/application/draft.ts';
import type { Menu } from '#services/menu.ts';
import { createMenuSoon } from '#services/menu-soon.ts';
import { afterFirstScreen } from './after-first-screen.ts';
import { afterAtMost } from './after-at-most.ts';
import { coverWhenHidden } from './cover-when-hidden.ts';

/** After this the frame of the app is shown without its screen: something has to be seen to happen. */
const screenPatienceMs = 1_000;
/** A form that can't be drawn must not keep the store from opening. */
const formPatienceMs = 3_000;

/**
 * Draws the page. A form is drawn as soon as its own code is here and `draft` was read; the menu comes behind it. Every
 * other screen is drawn with the menu, and in one go: React holds back what follows a waiting picture.
 */
export async function openPage(draft: Promise<Draft | null>, loadMenu: () => Promise<Menu>): Promise<void> {
  markOnce('app:start');
  followTheme();
  coverWhenHidden();
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');

  const screen = fetchScreen(location.pathname);
  const draftAhead = await afterAtMost(screenPatienceMs, draft, null);
  const soon = createMenuSoon(loadMenu, draftAhead);
  const menu = draftAhead === null ? soon.get().catch(() => undefined) : undefined;
  await afterAtMost(screenPatienceMs, Promise.all([screen, menu]), undefined);
  createRoot(root).render(<App soon={soon} />);

  await afterAtMost(formPatienceMs, firstScreen, undefined);
  // Said on the screen that needs it.
  soon.get().catch(() => undefined);
  await afterFirstScreen();
  await fetchHome();
}
