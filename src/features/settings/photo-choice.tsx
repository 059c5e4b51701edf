import { photoQualities } from '#domain/document/photo-quality.ts';
import { useMessages } from '#i18n/messages.ts';
import { settingsWords } from '#i18n/sets/settings.ts';
import { useObservable } from '#services/menu-context.ts';
import { asksToSaveData, photoQuality } from '#services/preferences.ts';
import { ChoiceList } from './choice-list.tsx';
import styles from './settings-screen.module.css';

/** What a photo may cost, and from when a change counts. */
export function PhotoChoice() {
  const { photos: words } = useMessages(settingsWords);
  const quality = useObservable(photoQuality);
  return (
    <div className={styles.choice}>
      <ChoiceList
        title={words.title}
        options={photoQualities}
        names={words.names}
        value={quality}
        onChoose={photoQuality.set}
      />
      <p>{asksToSaveData() ? `${words.phoneSays} ${words.text}` : words.text}</p>
    </div>
  );
}
