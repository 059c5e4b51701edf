import type { Draft } from '#domain/application/draft.ts';
import type { Observable } from '#lib/live-query.ts';
import { observableValue } from '#lib/observable-value.ts';
import type { Menu } from './menu.ts';

/** The menu, whose code and store may still be on their way while the first screen is drawn. */
export interface MenuSoon {
  /** Null until it is here. */
  readonly arrived: Observable<Menu | null>;
  /** What was read of the phone's store before the menu: the draft of the address that the page began at. */
  readonly draftAhead: Draft | null;
  /** Always the same promise. Rejects when its code can't be had. */
  get(): Promise<Menu>;
  /** The same, but tries once more what has failed before. */
  getAgain(): Promise<Menu>;
}

/** Nothing is loaded before somebody asks for it. */
export function createMenuSoon(load: () => Promise<Menu>, draftAhead: Draft | null): MenuSoon {
  const arrived = observableValue<Menu | null>(null);
  let coming: Promise<Menu> | undefined;
  let hasFailed = false;

  async function loadNow(): Promise<Menu> {
    const menu = await load();
    arrived.set(menu);
    return menu;
  }
  function begin(): Promise<Menu> {
    hasFailed = false;
    coming = loadNow();
    coming.catch(() => {
      hasFailed = true;
    });
    return coming;
  }
  return {
    arrived,
    draftAhead,
    get: () => coming ?? begin(),
    getAgain: () => (coming === undefined || hasFailed ? begin() : coming),
  };
}
