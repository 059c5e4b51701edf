import { chooseLanguage, languages, useLanguage } from '#i18n/language.ts';
import { useMessages } from '#i18n/messages.ts';
import { settingsWords } from '#i18n/sets/settings.ts';
import { useMenu, useObservable } from '#services/menu-context.ts';
import { themePreference, themes } from '#services/preferences.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Card } from '#ui/card.tsx';
import { Screen } from '#ui/screen.tsx';
import { Section } from '#ui/section.tsx';
import { ChoiceList } from './choice-list.tsx';
import styles from './settings-screen.module.css';
import { LockCard } from './lock-card.tsx';
import { MessagesChoice } from './messages-choice.tsx';
import { NewsChoice } from './news-choice.tsx';
import { PhotoChoice } from './photo-choice.tsx';
import { SealingChoice } from './sealing-choice.tsx';
import { SendingChoice } from './sending-choice.tsx';
import { StorageCard } from './storage-card.tsx';

export function SettingsScreen() {
  const words = useMessages(settingsWords);
  const language = useLanguage();
  const theme = useObservable(themePreference);
  return (
    <Screen testId="settings" title={words.title} back="/akun">
      <ChoiceList
        title={words.language.title}
        options={languages}
        names={words.language.names}
        value={language}
        onChoose={(chosen) => void chooseLanguage(chosen)}
      />
      <ChoiceList
        title={words.theme.title}
        options={themes}
        names={words.theme.names}
        value={theme}
        onChoose={themePreference.set}
      />
      <SendingChoice />
      <SealingChoice />
      <PhotoChoice />
      <NewsChoice />
      <MessagesChoice />
      <LockCard />
      <StorageCard />
      <Section title={words.log.title}>
        <Card className={styles.card}>
          <p>{words.log.text}</p>
          <ButtonLink href="/pengaturan/catatan" variant="secondary">
            {words.log.open}
          </ButtonLink>
        </Card>
      </Section>
      <InstallSection />
      <Section title={words.privacy.title}>
        <Card className={styles.card}>
          <ul className={styles.points}>
            {words.privacy.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <ButtonLink href="/privasi" variant="secondary">
            {words.privacy.more}
          </ButtonLink>
        </Card>
      </Section>
      <Section title={words.version.title}>
        <p>{words.version.text(__APP_VERSION__)}</p>
      </Section>
    </Screen>
  );
}

/** Here whenever the browser can install, also when the suggestion on home was put off. */
function InstallSection() {
  const { install: words } = useMessages(settingsWords);
  const { device } = useMenu();
  const installable = useObservable(device.installable());
  if (!installable) return null;
  return (
    <Section title={words.title}>
      <Card className={styles.card}>
        <p>{words.text}</p>
        <Button variant="secondary" onClick={() => void device.promptInstall()}>
          {words.action}
        </Button>
      </Card>
    </Section>
  );
}
