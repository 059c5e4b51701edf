import { Download, EyeOff, WifiOff } from 'lucide-react';
import { shellWords } from '#i18n/sets/shell.ts';
import { useMessages } from '#i18n/messages.ts';
import { formGuard } from '#services/form-guard.ts';
import { constantValue } from '#lib/constant-value.ts';
import { useMenuIfHere, useObservable } from '#services/menu-context.ts';
import { useKeeping } from '#services/use-keeping.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './shell.module.css';

const onlineAtStart = constantValue(navigator.onLine);
const noUpdate = constantValue<'none' | 'waiting' | 'applying'>('none');

/** What is true of the whole app right now: no connection, a new release. Read out politely when it changes. */
export function ShellNotices({ inForm }: { readonly inForm: boolean }) {
  const words = useMessages(shellWords);
  const device = useMenuIfHere()?.device;
  const online = useObservable(device?.online() ?? onlineAtStart);
  const update = useObservable(device?.update() ?? noUpdate);
  const dirty = useObservable(formGuard);
  const isPrivate = useKeeping() === 'until-closed';
  return (
    <output className={styles.notices}>
      {isPrivate && (
        <span className={styles.offline} data-testid="private-window">
          <EyeOff />
          <span>{words.privateWindow}</span>
        </span>
      )}
      {!online && (
        <span className={styles.offline}>
          <WifiOff />
          <span>
            {words.offline} {!isPrivate && <span className={styles.more}>{words.offlineHint}</span>}
          </span>
        </span>
      )}
      {update !== 'none' && !inForm && !dirty && (
        <span className={styles.update}>
          <Notice
            tone="info"
            icon={<Download />}
            title={words.update.title}
            actions={
              <Button variant="secondary" busy={update === 'applying'} onClick={() => device?.applyUpdate()}>
                {words.update.apply}
              </Button>
            }
          >
            {words.update.text}
          </Notice>
        </span>
      )}
    </output>
  );
}
