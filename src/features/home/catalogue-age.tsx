import { RefreshCw } from 'lucide-react';
import { useFormats } from '#i18n/format.ts';
import { useMessages } from '#i18n/messages.ts';
import { homeWords } from '#i18n/sets/home.ts';
import { useMenu, useObservable } from '#services/menu-context.ts';
import { Button } from '#ui/button.tsx';
import { useNow } from '#ui/use-now.ts';
import styles from './catalogue-age.module.css';
import type { CatalogueRefresh } from '#services/use-catalogue-refresh.ts';

/** How old the list is, that it is coming, or that it may have changed where the office could not be asked. */
export function CatalogueAge(props: { readonly confirmedAtMs: number | null; readonly refresh: CatalogueRefresh }) {
  const { catalogue: words } = useMessages(homeWords);
  const formats = useFormats();
  const nowMs = useNow();
  const { device } = useMenu();
  const online = useObservable(device.online());
  const { result, running, run } = props.refresh;
  function said(): string {
    if (!online) return words.offline;
    // The list shows before all of its forms are here: nobody walks off believing that they are.
    if (running) return words.refreshing;
    if (result === 'no-connection') return words.offline;
    if (result === 'office-trouble') return words.officeTrouble;
    return props.confirmedAtMs === null ? '' : words.confirmed(formats.ago(props.confirmedAtMs, nowMs));
  }
  return (
    <div className={styles.age}>
      <p>{said()}</p>
      {online && (
        <Button variant="quiet" icon={<RefreshCw />} busy={running} onClick={run}>
          {words.refresh}
        </Button>
      )}
    </div>
  );
}
