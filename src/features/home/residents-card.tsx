import { UsersRound } from 'lucide-react';
import { useMessages } from '#i18n/messages.ts';
import { residentsWords } from '#i18n/sets/residents.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';

/** A field officer's way to the residents whom they help. */
export function ResidentsCard() {
  const { home: words } = useMessages(residentsWords);
  return (
    <Notice
      icon={<UsersRound />}
      headingLevel={2}
      title={words.title}
      actions={
        <ButtonLink href="/warga" data-testid="residents-open">
          {words.open}
        </ButtonLink>
      }
    >
      {words.text}
    </Notice>
  );
}
