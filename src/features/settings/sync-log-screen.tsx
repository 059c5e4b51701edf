import { Download, Share2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useMessages } from '#i18n/messages.ts';
import { settingsWords } from '#i18n/sets/settings.ts';
import { useMenu } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { saveFile } from '#ui/save-file.ts';
import { Screen } from '#ui/screen.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import styles from './sync-log.module.css';

const mostShown = 60;

/** What the outbox has done, for somebody who helps; the person sees every word before it is shared. */
export function SyncLogScreen() {
  const { log: words } = useMessages(settingsWords);
  const { outbox } = useMenu();
  const [text, setText] = useState<string | null>(null);

  useEffect(() => {
    let here = true;
    void outbox.syncLog().then((found) => {
      if (here) setText(found);
    });
    return () => {
      here = false;
    };
  }, [outbox]);

  return (
    <Screen title={words.title} lead={words.lead} back="/pengaturan" testId="sync-log">
      {text === null ? <Skeleton rows={5} /> : <Log text={text} />}
    </Screen>
  );
}

function Log({ text }: { readonly text: string }) {
  const { log: words } = useMessages(settingsWords);
  if (text === '') return <p>{words.empty}</p>;
  const all = text.split('\n').toReversed();
  const lines = all.slice(0, mostShown).map((line, at) => ({ line, key: all.length - at }));
  const whole = `Ajukan ${__APP_VERSION__}\n${text}\n`;
  return (
    <>
      <p>{words.text}</p>
      <div className={styles.actions}>
        {'share' in navigator && (
          <Button icon={<Share2 />} onClick={() => void navigator.share({ text: whole }).catch(() => undefined)}>
            {words.share}
          </Button>
        )}
        <CopyButton text={whole} label={words.copy} copied={words.copied} notCopied={words.notCopied} />
        <Button
          variant="secondary"
          icon={<Download />}
          onClick={() => saveFile(new Blob([whole], { type: 'text/plain' }), 'ajukan-catatan.txt')}
        >
          {words.download}
        </Button>
      </div>
      <Section title={words.newestFirst}>
        <ol className={styles.lines} data-testid="sync-log-lines">
          {lines.map(({ line, key }) => (
            <li key={key}>{line}</li>
          ))}
        </ol>
        {lines.length < all.length && <p>{words.latest(lines.length, all.length)}</p>}
      </Section>
    </>
  );
}
