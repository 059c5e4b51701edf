import { useEffect, useState } from 'react';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { settingsWords } from '#i18n/sets/settings.ts';
import type { StorageHealth } from '#services/menu.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Progress } from '#ui/progress.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { showToast } from '#ui/toast-store.ts';
import styles from './settings-screen.module.css';

/** How full the phone is for this app, and whether the browser may clear it. */
export function StorageCard() {
  const { storage: words } = useMessages(settingsWords);
  const { device } = useMenu();
  const [health, setHealth] = useState<StorageHealth | null>(null);
  const [asking, setAsking] = useState(false);

  useEffect(() => {
    let here = true;
    void device.storage().then((found) => {
      if (here) setHealth(found);
    });
    return () => {
      here = false;
    };
  }, [device]);

  async function ask() {
    setAsking(true);
    const granted = await device.askPersistence();
    setHealth(await device.storage());
    setAsking(false);
    showToast({ message: granted ? words.granted : words.refused });
  }

  return (
    <Section title={words.title}>
      <Card className={styles.card}>
        {health === null ? (
          <Skeleton rows={2} />
        ) : (
          <>
            <Usage health={health} />
            <p>{health.persisted ? words.persisted : words.notPersisted}</p>
            {!health.persisted && (
              <Button variant="secondary" busy={asking} onClick={() => void ask()}>
                {words.ask}
              </Button>
            )}
          </>
        )}
      </Card>
    </Section>
  );
}

function Usage({ health }: { readonly health: StorageHealth }) {
  const { storage: words } = useMessages(settingsWords);
  const formats = useFormats();
  const { usedBytes, quotaBytes } = health;
  if (usedBytes === null) return <p>{words.unknown}</p>;
  const used = formats.bytes(usedBytes);
  if (quotaBytes === null || quotaBytes === 0) return <p>{words.usedOnly(used)}</p>;
  return <Progress value={usedBytes} max={quotaBytes} label={words.used(used, formats.bytes(quotaBytes))} />;
}
