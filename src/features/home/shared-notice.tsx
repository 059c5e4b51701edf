import { Inbox } from 'lucide-react';
import { sharePlaces } from '#domain/document/shared-file.ts';
import { useMessages } from '#i18n/messages.ts';
import { shareWords } from '#i18n/sets/share.ts';
import { useSharedFiles } from '#services/use-shared-files.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';

/** A file that was shared and not placed is not forgotten. */
export function SharedNotice() {
  const words = useMessages(shareWords);
  const { files } = useSharedFiles();
  if (files.state !== 'ready' || files.value.length === 0) return null;
  return (
    <Notice
      tone="waiting"
      icon={<Inbox />}
      headingLevel={2}
      title={words.waiting(files.value.length)}
      actions={
        <ButtonLink href={sharePlaces.screen} variant="secondary" data-testid="shared-files">
          {words.see}
        </ButtonLink>
      }
    >
      {words.waitingText}
    </Notice>
  );
}
