import { useMemo } from 'react';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { settingsWords } from '#i18n/sets/settings.ts';
import { useLive, useMenu, useObservable } from '#services/menu-context.ts';
import { showToast } from '#ui/toast-store.ts';
import { ChoiceList } from './choice-list.tsx';
import styles from './settings-screen.module.css';

const ways = ['any', 'wifi'] as const;

/** Whose data an application may cost. Where the browser can't tell Wi-Fi from mobile data, this says so. */
export function SendingChoice() {
  const { sending: words } = useMessages(settingsWords);
  const { outbox } = useMenu();
  const wifiOnly = useLive(useMemo(() => outbox.wifiOnly(), [outbox]));
  const connection = useObservable(outbox.connection());
  const chosen = wifiOnly.state === 'ready' && wifiOnly.value ? 'wifi' : 'any';

  async function choose(way: (typeof ways)[number]): Promise<void> {
    const { kind } = await outbox.setWifiOnly(way === 'wifi');
    if (kind !== 'saved') showToast({ message: currentMessages(settingsWords).sending.notSaved, tone: 'alert' });
  }

  return (
    <div className={styles.choice}>
      <ChoiceList
        title={words.title}
        options={ways}
        names={words.names}
        value={chosen}
        onChoose={(way) => void choose(way)}
      />
      <p aria-live="polite">{connection === 'unknown' ? words.unknown : chosen === 'wifi' ? words.wifi : ''}</p>
    </div>
  );
}
