import { useMemo } from 'react';
import { homeWords } from '#i18n/sets/home.ts';
import { useMessages } from '#i18n/messages.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { BrandMark } from '#ui/brand-mark.tsx';
import { Screen } from '#ui/screen.tsx';
import { useNow } from '#ui/use-now.ts';
import { DraftList } from './draft-list.tsx';
import styles from './home-screen.module.css';
import { InstallCard } from './install-card.tsx';
import { ServiceCatalogue } from './service-catalogue.tsx';
import { UnsentNotice } from './unsent-notice.tsx';

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
      <DraftList />
      <ServiceCatalogue />
      <InstallCard />
    </Screen>
  );
}

function Greeting() {
  const words = useMessages(homeWords);
  const menu = useMenu();
  const account = useLive(useMemo(() => menu.account.current(), [menu]));
  const greeting = words.greeting(new Date(useNow()).getHours());
  const name = account.state === 'ready' ? account.value?.name : undefined;
  return <span>{name === undefined ? greeting : `${greeting}, ${name}`}</span>;
}
