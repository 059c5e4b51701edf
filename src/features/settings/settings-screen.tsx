import { useEffect, useState, useSyncExternalStore } from 'react';
import { useFormats } from '#i18n/format.ts';
import { chooseLanguage, languages, useLanguage } from '#i18n/language.ts';
import { useMessages } from '#i18n/messages.ts';
import { settingsWords } from '#i18n/sets/settings.ts';
import type { StorageHealth } from '#services/menu.ts';
import { useMenu, useObservable } from '#services/menu-context.ts';
import { themePreference, themes } from '#services/preferences.ts';
import { Button } from '#ui/button.tsx';
import { ChoiceField } from '#ui/fields/choice-field.tsx';
import { Screen } from '#ui/screen.tsx';
import { Section } from '#ui/section.tsx';
import { showToast } from '#ui/toast-store.ts';

export function SettingsScreen() {
  const words = useMessages(settingsWords);
  const language = useLanguage();
  const theme = useSyncExternalStore(themePreference.subscribe, themePreference.getSnapshot);
  const { device } = useMenu();
  const installable = useObservable(device.installable());
  return (
    <Screen title={words.title} back="/akun">
      <ChoiceField
        id="language"
        label={words.language}
        chosen={[language]}
        choices={languages.map((value) => ({ value, label: words.languages[value] }))}
        onChange={([chosen]) => void chooseLanguage(chosen === 'en' ? 'en' : 'id')}
      />
      <ChoiceField
        id="theme"
        label={words.theme}
        chosen={[theme]}
        choices={themes.map((value) => ({ value, label: words.themes[value] }))}
        onChange={([chosen]) => themePreference.set(themes.find((one) => one === chosen) ?? 'system')}
      />
      <Section title={words.storage}>
        <Storage />
        {installable && (
          <Button variant="secondary" onClick={() => void device.promptInstall()}>
            {words.install}
          </Button>
        )}
      </Section>
      <Section title={words.privacy}>
        <ul>
          {words.privacyLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <p>{words.version(__APP_VERSION__)}</p>
    </Screen>
  );
}

function Storage() {
  const words = useMessages(settingsWords);
  const formats = useFormats();
  const { device } = useMenu();
  const [health, setHealth] = useState<StorageHealth | null>(null);
  useEffect(() => {
    let here = true;
    void device.storage().then((now) => {
      if (here) setHealth(now);
    });
    return () => {
      here = false;
    };
  }, [device]);
  if (health === null) return null;
  const { usedBytes, quotaBytes, persisted } = health;

  async function ask(): Promise<void> {
    const granted = await device.askPersistence();
    showToast({ message: granted ? words.granted : words.denied });
    setHealth(await device.storage());
  }

  return (
    <>
      <p>
        {usedBytes === null || quotaBytes === null
          ? words.usedUnknown
          : words.used(formats.bytes(usedBytes), formats.bytes(quotaBytes))}
      </p>
      <p>{persisted ? words.persisted : words.notPersisted}</p>
      {!persisted && (
        <Button variant="secondary" onClick={() => void ask()}>
          {words.askPersistence}
        </Button>
      )}
    </>
  );
}
