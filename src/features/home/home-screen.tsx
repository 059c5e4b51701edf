import { type ComponentType, lazy, Suspense, useMemo } from 'react';
import { homeWords } from '#i18n/sets/home.ts';
import { useMessages } from '#i18n/messages.ts';
import { useLive, useMenu, useObservable } from '#services/menu-context.ts';
import { BrandMark } from '#ui/brand-mark.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Screen } from '#ui/screen.tsx';
import { useNow } from '#ui/use-now.ts';
import styles from './home-screen.module.css';
import { ServiceCatalogue } from './service-catalogue.tsx';
import { UnsentNotice } from './unsent-notice.tsx';

// Comes with the rules of forms, which a first visit does not need.
const DraftList = lazyPart(async () => (await import('./draft-list.tsx')).DraftList);

// Home stands without these, also where they can't be fetched.
const nothing = () => ({ default: () => null });
const InstallCard = lazy<ComponentType>(() =>
  import('./install-card.tsx').then((part) => ({ default: part.InstallCard }), nothing),
);
const ResidentsCard = lazy<ComponentType>(() =>
  import('./residents-card.tsx').then((part) => ({ default: part.ResidentsCard }), nothing),
);
const SharedNotice = lazy<ComponentType>(() =>
  import('./shared-notice.tsx').then((part) => ({ default: part.SharedNotice }), nothing),
);

/** What waits for the person first, then everything they can ask the office for. */
export function HomeScreen() {
  const words = useMessages(homeWords);
  return (
    <Screen
      testId="home"
      title={words.title}
      documentTitle={words.documentTitle}
      above={
        <p className={styles.greeting}>
          <BrandMark className={styles.mark} />
          <Greeting />
        </p>
      }
    >
      <UnsentNotice />
      <SharedFiles />
      <Residents />
      <Drafts />
      <ServiceCatalogue />
      <Install />
    </Screen>
  );
}

function Drafts() {
  const menu = useMenu();
  const drafts = useLive(useMemo(() => menu.drafts.listWithHidden(), [menu]));
  if (drafts.state !== 'ready' || drafts.value.length === 0) return null;
  return <DraftList drafts={drafts.value} />;
}

/** At the end of the screen, so nothing moves when it comes. */
function Install() {
  const installable = useObservable(useMenu().device.installable());
  return <Suspense>{installable && <InstallCard />}</Suspense>;
}

/** Only where a worker could have taken something in: not on a first visit. */
function SharedFiles() {
  if (!('serviceWorker' in navigator) || navigator.serviceWorker.controller === null) return null;
  return (
    <Suspense>
      <SharedNotice />
    </Suspense>
  );
}

/** For who helps others. */
function Residents() {
  const menu = useMenu();
  const account = useLive(useMemo(() => menu.account.current(), [menu]));
  const isOfficer = account.state === 'ready' && account.value?.roles?.includes('pendamping') === true;
  return <Suspense>{isOfficer && <ResidentsCard />}</Suspense>;
}

function Greeting() {
  const words = useMessages(homeWords);
  const menu = useMenu();
  const account = useLive(useMemo(() => menu.account.current(), [menu]));
  const greeting = words.greeting(new Date(useNow()).getHours());
  const name = account.state === 'ready' ? account.value?.name : undefined;
  return <span>{name === undefined ? greeting : `${greeting}, ${name}`}</span>;
}
