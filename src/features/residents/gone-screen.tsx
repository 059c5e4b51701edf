import { useMessages } from '#i18n/messages.ts';
import { residentsWords } from '#i18n/sets/residents.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Screen } from '#ui/screen.tsx';

/** A folder that is not there, or is another account's: both look alike. */
export function GoneScreen() {
  const { title, folder } = useMessages(residentsWords);
  return (
    <Screen title={title} back="/warga">
      <EmptyState title={folder.gone.title} actions={<ButtonLink href="/warga">{folder.gone.back}</ButtonLink>}>
        {folder.gone.text}
      </EmptyState>
    </Screen>
  );
}
