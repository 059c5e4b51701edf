import { lazy, type ReactNode, Suspense, useLayoutEffect, useMemo, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { useMessages } from '#i18n/messages.ts';
import { homeWords } from '#i18n/sets/home.ts';
import { troubleWords } from '#i18n/sets/trouble.ts';
import type { CatalogueView } from '#services/menu.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Notice } from '#ui/notice.tsx';
import { SearchBox } from '#ui/search-box.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { CatalogueAge } from './catalogue-age.tsx';
import { CatalogueEmpty } from './catalogue-empty.tsx';
import { CategoryFilter } from './category-filter.tsx';
import { byCategory, filterServices } from './filter-services.ts';
import { ServiceRows } from './service-rows.tsx';
import { useCatalogueRefresh, type CatalogueRefresh } from '#services/use-catalogue-refresh.ts';

// Only who has been here before has some. The list is worth more than they are.
const ServiceShortcuts = lazy(() =>
  import('./service-shortcuts.tsx').then(
    (loaded) => ({ default: loaded.ServiceShortcuts }),
    () => ({ default: (): ReactNode => null }),
  ),
);

/** What was typed or chosen and how far down the list was, for somebody who comes back from a service. */
const left = { typed: '', category: '', scrollY: 0 };

export function ServiceCatalogue() {
  const words = useMessages(homeWords);
  const trouble = useMessages(troubleWords);
  const menu = useMenu();
  const view = useLive(useMemo(() => menu.catalogue.services(), [menu]));
  const refresh = useCatalogueRefresh();
  return (
    <Section title={words.services.title}>
      {view.state === 'loading' && <Skeleton rows={4} shape="row" />}
      {view.state === 'failed' && (
        <Notice tone="alert" title={words.catalogue.failedTitle} live="alert">
          {trouble[view.reason]}
        </Notice>
      )}
      {view.state === 'ready' && <Catalogue view={view.value} refresh={refresh} />}
    </Section>
  );
}

function Catalogue({ view, refresh }: { readonly view: CatalogueView; readonly refresh: CatalogueRefresh }) {
  const { services: words, categories } = useMessages(homeWords);
  const { typed, setTyped, category, setCategory } = useWhereItWasLeft();
  if (view.services.length === 0) return <CatalogueEmpty refresh={refresh} />;

  const nameOf = (category: string) => categoryName(categories, category);
  const found = filterServices(view.services, typed, nameOf);
  const { favourites, recent } = view.shortcuts;
  const searching = typed.trim() !== '';
  const groups = byCategory(view.services, Object.keys(categories));
  const chosen = groups.filter((group) => group.category === category);
  return (
    <>
      <SearchBox label={words.search} hint={words.searchHint} value={typed} onChange={setTyped} />
      <output>{searching && found.length > 0 && words.found(found.length)}</output>
      {found.length === 0 && (
        <EmptyState
          title={words.none(typed.trim())}
          actions={
            <Button variant="secondary" onClick={() => setTyped('')}>
              {words.showAll}
            </Button>
          }
        >
          {words.noneHint}
        </EmptyState>
      )}
      {searching && <Place />}
      {searching && found.length > 0 && <ServiceRows services={found} label={words.title} />}
      {!searching && groups.length > 1 && (
        <CategoryFilter
          categories={groups.map((group) => ({ id: group.category, name: nameOf(group.category) }))}
          chosen={chosen.length > 0 ? category : ''}
          onChoose={setCategory}
        />
      )}
      {!searching && (
        // Together, so that the list does not move under a thumb when the shortcuts come.
        <Suspense fallback={<Skeleton rows={4} shape="row" />}>
          {chosen.length === 0 && favourites.length + recent.length > 0 && <ServiceShortcuts view={view} />}
          {(chosen.length > 0 ? chosen : groups).map((group) => (
            <Section key={group.category} level={3} title={nameOf(group.category)}>
              <ServiceRows services={group.services} label={nameOf(group.category)} />
            </Section>
          ))}
          <Place />
        </Suspense>
      )}
      <CatalogueAge confirmedAtMs={view.confirmedAtMs} refresh={refresh} />
    </>
  );
}

/** Coming back, by the browser or by a screen that says so, finds the search, the choice and the place; coming anew finds none. */
function useWhereItWasLeft() {
  const back = useLocation().state === 'back';
  const returns = useNavigationType() === 'POP' || back;
  const [{ typed, category }, setShown] = useState(() => {
    if (!returns) Object.assign(left, { typed: '', category: '', scrollY: 0 });
    return { ...left };
  });
  const show = (change: Partial<typeof left>) => setShown({ ...Object.assign(left, change) });
  return {
    typed,
    category,
    setTyped: (words: string) => show({ typed: words }),
    setCategory: (id: string) => show({ category: id }),
  };
}

/** Among the rows, so that it scrolls once they are there, and takes no note of a screen that is short without them. */
function Place() {
  useLayoutEffect(() => {
    if (left.scrollY > 0) window.scrollTo(0, left.scrollY);
    const note = () => {
      left.scrollY = window.scrollY;
    };
    addEventListener('scroll', note);
    return () => removeEventListener('scroll', note);
  }, []);
  return null;
}

function categoryName(names: Readonly<Record<string, string>> & { readonly other: string }, category: string): string {
  return Object.hasOwn(names, category) ? (names[category] ?? names.other) : names.other;
}
