import type { Menu } from '#services/menu.ts';
import { composeMenu } from './compose-menu.ts';

/** The menu over the phone's store, and what goes on behind the screens from now on. */
export function startMenu(): Menu {
  const { menu, start } = composeMenu();
  start();
  return menu;
}
