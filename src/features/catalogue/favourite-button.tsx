import { Star } from 'lucide-react';
import { useMemo } from 'react';
import { mostShortcuts } from '#domain/service/shortcuts.ts';
import { currentMessages, useMessages } from '#i18n/messages.ts';
import { servicePageWords } from '#i18n/sets/service-page.ts';
import { useLive, useMenu } from '#services/menu-context.ts';
import { IconButton } from '#ui/button.tsx';
import { showToast } from '#ui/toast-store.ts';
import styles from './favourite-button.module.css';

/** A star puts the service at the top of home. */
export function FavouriteButton({ serviceId }: { readonly serviceId: string }) {
  const { favourite: words } = useMessages(servicePageWords);
  const { catalogue } = useMenu();
  const view = useLive(useMemo(() => catalogue.services(), [catalogue]));
  const favourites = view.state === 'ready' ? view.value.shortcuts.favourites : [];
  const isStarred = favourites.includes(serviceId);

  async function toggle(): Promise<void> {
    const result = await catalogue.keepShortcut({ kind: isStarred ? 'unstar' : 'star', serviceId });
    const said = currentMessages(servicePageWords).favourite;
    if (result.kind !== 'saved') showToast({ tone: 'alert', message: said.notSaved });
    else if (isStarred) showToast({ message: said.removed });
    else showToast({ message: favourites.length < mostShortcuts ? said.added : said.addedOnly(mostShortcuts) });
  }

  return (
    <IconButton
      label={words.label}
      icon={<Star className={isStarred ? styles.starred : styles.star} />}
      aria-pressed={isStarred}
      disabled={view.state !== 'ready'}
      data-testid="favourite"
      onClick={() => void toggle()}
    />
  );
}
