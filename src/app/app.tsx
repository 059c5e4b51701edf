import { type ReactNode, StrictMode, Suspense, useLayoutEffect } from 'react';
import { LanguageProvider, useChosenLanguage } from '#i18n/language.ts';
import { MenuProvider } from '#services/menu-context.ts';
import type { MenuSoon } from '#services/menu-soon.ts';
import { AddressRouter } from './address-router.tsx';
import { Shell } from './shell.tsx';

/** The whole page, over the menu that main.tsx puts together; it may come after the first screen. */
export function App({ soon }: { readonly soon: MenuSoon }) {
  return (
    <StrictMode>
      <MenuProvider value={soon}>
        <AddressRouter>
          <PageLanguage>
            {/* Empty for the moment in which English words arrive; the page's own shell shows meanwhile. */}
            <Suspense>
              <Shell />
            </Suspense>
          </PageLanguage>
        </AddressRouter>
      </MenuProvider>
    </StrictMode>
  );
}

/** Tells all screens, the browser and the screen reader which language is spoken. */
function PageLanguage({ children }: { readonly children: ReactNode }) {
  const language = useChosenLanguage();
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <LanguageProvider value={language}>{children}</LanguageProvider>;
}
