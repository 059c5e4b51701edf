import { StrictMode, Suspense, useLayoutEffect } from 'react';
import { BrowserRouter } from 'react-router';
import { useLanguage } from '#i18n/language.ts';
import type { Menu } from '#services/menu.ts';
import { MenuProvider } from '#services/menu-context.ts';
import { Shell } from './shell.tsx';

/** The whole page, over the menu that main.tsx put together. */
export function App({ menu }: { readonly menu: Menu }) {
  return (
    <StrictMode>
      <MenuProvider value={menu}>
        <BrowserRouter>
          <PageLanguage />
          {/* Empty for the moment in which English words arrive; the page's own shell shows meanwhile. */}
          <Suspense>
            <Shell />
          </Suspense>
        </BrowserRouter>
      </MenuProvider>
    </StrictMode>
  );
}

/** Tells the browser and the screen reader which language is spoken. */
function PageLanguage() {
  const language = useLanguage();
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return null;
}
